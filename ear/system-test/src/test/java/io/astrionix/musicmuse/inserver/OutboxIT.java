package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.astrionix.musicmuse.inserver.inside.AsLearner;
import io.astrionix.musicmuse.inserver.inside.AsPlatformAdmin;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailNotFoundException;
import io.astrionix.musicmuse.notification.boundary.MailState;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.MailView;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.notification.boundary.OutboxAdmin;
import io.astrionix.musicmuse.notification.control.OutboxLeases;
import io.astrionix.musicmuse.notification.control.OutboxLeases.LentMail;
import io.astrionix.musicmuse.notification.control.OutboxWorker;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The outbox against a real mail server, which runs while a test lets it. The server's own worker takes part. */
class OutboxIT extends Deployed {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private Outbox outbox;

    @Inject
    private OutboxAdmin admin;

    @Inject
    private OutboxWorker worker;

    @Inject
    private OutboxLeases leases;

    @Inject
    private AsPlatformAdmin asAdmin;

    @Inject
    private AsLearner asLearner;

    @Inject
    private TestAccounts accounts;

    @Inject
    private Settings settings;

    @Inject
    private UserTransaction transaction;

    private AccountId account;
    private GreenMail server;

    @BeforeEach
    void begin() {
        account = accounts.create();
        server = new GreenMail(new ServerSetup(settings.count(Setting.SMTP_PORT), "127.0.0.1", "smtp"));
    }

    @AfterEach
    void end() {
        accounts.update("delete from musicmuse.outbox_mail where recipient like '%@outbox.test'");
        server.stop();
    }

    @Test
    @Tag("R82")
    void a_hundred_mails_and_three_workers_make_a_hundred_mails() throws Exception {
        server.start();
        transaction.begin(); // all are there at once
        IntStream.range(0, 100).forEach(i -> outbox.send(mail("hundred " + i, "p" + i + "@outbox.test")));
        transaction.commit();
        var workers =
                List.of(CompletableFuture.runAsync(worker::deliverDue), CompletableFuture.runAsync(worker::deliverDue));
        for (var one : workers) {
            one.get();
        }
        await("state = 'SENT'", 100);

        var received = Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isOurs(mail))
                .toList();
        assertThat(received).hasSize(100);
        var ids = new HashSet<String>();
        for (var mail : received) {
            ids.add(mail.getMessageID());
        }
        assertThat(ids).hasSize(100);
        assertThat(count("attempts = 1 and template_values = '{}' and sent_at is not null"))
                .as("sent at the first try; what they said is gone")
                .isEqualTo(100);
    }

    @Test
    @Tag("R82")
    void a_second_mail_of_the_same_key_is_dropped() {
        outbox.send(mail("same", "a@outbox.test"));
        outbox.send(mail("same", "b@outbox.test"));

        assertThat(count("true")).isEqualTo(1);
    }

    @Test
    void without_a_commit_there_is_no_mail() throws Exception {
        transaction.begin();
        outbox.send(mail("rolled back", "a@outbox.test"));
        transaction.rollback();

        assertThat(count("true")).isZero();
    }

    @Test
    @Tag("R82")
    void a_worker_that_dies_after_sending_leaves_a_copy_that_is_recognised() throws Exception {
        outbox.send(mail("dies", "a@outbox.test"));
        server.start();
        await("state = 'SENT'", 1);
        var first = ours();
        // As the database is found by the next worker: sent, but never marked; the lease is over.
        accounts.update(
                "update musicmuse.outbox_mail set state = 'SENDING', sent_at = null, next_try_at = now(),"
                        + " template_values = '{\"name\":\"Zoë\",\"link\":\"http://127.0.0.1/x\"}' where recipient like '%@outbox.test'");
        await("state = 'SENT' and attempts = 2", 1);

        assertThat(ours()).hasSize(2).containsOnly(first.get(0));
        assertThat(count("true")).isEqualTo(1);
    }

    @Test
    void a_worker_whose_lease_is_over_changes_nothing_any_more() {
        var id = UUID.randomUUID();
        outbox.send(mail("late", "a@outbox.test"));
        // Another worker has it, at the second try.
        accounts.update(
                "update musicmuse.outbox_mail set id = ?, state = 'SENDING', attempts = 2,"
                        + " next_try_at = now() + interval '10 minutes' where recipient = 'a@outbox.test'",
                id);
        leases.sent(new LentMail(
                id, 1, MailTemplate.VERIFY_EMAIL, "a@outbox.test", Locale.ENGLISH, Map.of(), Instant.now()));

        assertThat(count("state = 'SENDING' and sent_at is null")).isEqualTo(1);
    }

    @Test
    @Tag("ASVS-16.5.2")
    void while_the_mail_server_is_down_mails_wait_and_then_they_go() throws Exception {
        outbox.send(mail("down", "a@outbox.test"));
        await(
                "state = 'QUEUED' and attempts = 1 and last_error is not null"
                        + " and next_try_at between now() + interval '40 seconds' and now() + interval '60 seconds'",
                1);
        server.start();
        accounts.update("update musicmuse.outbox_mail set next_try_at = now() where recipient = 'a@outbox.test'");
        await("state = 'SENT' and attempts = 2 and last_error is null", 1);

        assertThat(ours()).hasSize(1);
    }

    @Test
    void after_two_days_a_mail_is_given_up_until_the_administrator_has_it_tried_again() throws Exception {
        outbox.send(mail("given up", "a@outbox.test"));
        await("attempts = 1 and state = 'QUEUED'", 1);
        accounts.update("update musicmuse.outbox_mail set attempts = 8, next_try_at = now()"
                + " where recipient = 'a@outbox.test'");
        await("state = 'FAILED' and attempts = 9", 1);

        var failed = failedMail();
        assertThat(failed.lastError()).isNotBlank();
        server.start();
        asAdmin.run(() -> admin.retry(account, failed.id()));
        await("state = 'SENT'", 1);
        assertThat(ours()).hasSize(1);
        assertThatThrownBy(() -> asAdmin.run(() -> admin.retry(account, failed.id())))
                .isInstanceOf(MailNotFoundException.class);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.audit_entry where action = 'OUTBOX_RETRIED' and object_id = ?",
                        failed.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void the_administrator_reads_a_waiting_mail_and_that_is_audited() throws Exception {
        outbox.send(mail("read", "a@outbox.test"));
        var listed = asAdmin.call(() -> admin.mails(account, Optional.of(MailState.QUEUED), 0, 100)).stream()
                .filter(mail -> mail.recipient().equals("a@outbox.test"))
                .findFirst()
                .orElseThrow();
        var text = asAdmin.call(() -> admin.read(account, listed.id()));

        assertThat(text.text()).contains("Zoë", "/verify.xhtml?token=read");
        assertThat(text.subject()).isEqualTo("Bestätige deine E-Mail-Adresse");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.audit_entry where action = 'OUTBOX_VIEWED' and object_id = ?",
                        listed.id().toString()))
                .isEqualTo(1);
        assertThatThrownBy(() -> asAdmin.call(() -> admin.read(account, UUID.randomUUID())))
                .isInstanceOf(MailNotFoundException.class);
    }

    @Test
    @Tag("ASVS-8.3.1")
    void nobody_else_reads_it() {
        assertThatThrownBy(() -> asLearner.call(() -> admin.count(Optional.empty())))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> admin.count(Optional.empty())).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void a_link_to_another_site_is_refused() {
        var elsewhere = new Mail(
                "elsewhere",
                MailTemplate.VERIFY_EMAIL,
                Optional.empty(),
                "a@outbox.test",
                Locale.ENGLISH,
                Map.of("name", "Zoë", "link", "https://evil.example/verify.xhtml"));
        assertThatThrownBy(() -> outbox.send(elsewhere))
                .isInstanceOf(EJBException.class)
                .hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> mail("injected", "a@outbox.test\r\nBcc: b@outbox.test"));
        assertThat(count("true")).isZero();
    }

    private Mail mail(String key, String to) {
        return new Mail(
                key + " " + account,
                MailTemplate.VERIFY_EMAIL,
                Optional.of(account),
                to,
                Locale.GERMAN,
                Map.of(
                        "name",
                        "Zoë",
                        "link",
                        settings.text(Setting.SITE_ORIGIN).orElseThrow() + "/verify.xhtml?token="
                                + key.replace(' ', '-')));
    }

    private MailView failedMail() throws Exception {
        return asAdmin.call(() -> admin.mails(account, Optional.of(MailState.FAILED), 0, 100)).stream()
                .filter(mail -> mail.recipient().equals("a@outbox.test"))
                .findFirst()
                .orElseThrow();
    }

    /** The Message-IDs of what arrived. */
    private List<String> ours() throws Exception {
        var ids = new ArrayList<String>();
        for (var mail : server.getReceivedMessages()) {
            if (isOurs(mail)) {
                ids.add(mail.getMessageID());
            }
        }
        return ids;
    }

    private static boolean isOurs(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().endsWith("@outbox.test");
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private long count(String condition) {
        return accounts.number(
                "select count(*) from musicmuse.outbox_mail where recipient like '%@outbox.test' and " + condition);
    }

    private void await(String condition, long expected) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (count(condition) != expected && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(count(condition)).as(condition).isEqualTo(expected);
    }
}
