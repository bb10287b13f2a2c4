package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.notification.control.OutboxRepository;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A mail that belongs to no account: EclipseLink can neither write nor read a null UUID by itself. */
class MailToStrangerIT extends Deployed {

    @Inject
    private Outbox outbox;

    @Inject
    private OutboxRepository mails;

    @Inject
    private UserTransaction transaction;

    @Inject
    private TestAccounts accounts;

    @Test
    void a_mail_without_an_account_is_kept_and_found() throws Exception {
        var to = UUID.randomUUID() + "@test.musicmuse.test";
        outbox.send(new Mail(
                to, MailTemplate.GUARDIAN_DECLINED, Optional.empty(), to, Locale.ENGLISH, Map.of("name", "Ana")));
        var id = UUID.fromString(accounts.text("select id::text from musicmuse.outbox_mail where recipient = ?", to));

        transaction.begin();
        try {
            assertThat(mails.find(id)).isPresent();
        } finally {
            transaction.rollback();
        }
    }
}
