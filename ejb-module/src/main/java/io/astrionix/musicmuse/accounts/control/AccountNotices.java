package io.astrionix.musicmuse.accounts.control;

import static io.astrionix.musicmuse.notification.boundary.MailTemplate.CONFIRM_NEW_EMAIL;
import static io.astrionix.musicmuse.notification.boundary.MailTemplate.EMAIL_CHANGED;
import static io.astrionix.musicmuse.notification.boundary.MailTemplate.NEW_SIGN_IN;
import static io.astrionix.musicmuse.notification.boundary.MailTemplate.PASSWORD_CHANGED;
import static io.astrionix.musicmuse.notification.boundary.MailTemplate.PASSWORD_RESET;
import static io.astrionix.musicmuse.notification.boundary.MailTemplate.SIGN_IN_LOCKED;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignInLane.Admission;
import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.MailValue;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.shared.SecretToken;
import io.astrionix.musicmuse.shared.SiteLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Mails to the owner of an account about signing in, email and password (ASVS 6.3.5, 6.3.7). */
@Dependent
public class AccountNotices {

    @Inject
    private Outbox outbox;

    @Inject
    private SiteLinks links;

    @Inject
    private Clock clock;

    /** The lane was locked or closed. At most one mail a day and one when it closes, however often it is tried. */
    public void locked(Account account, Lane lane, Admission how) {
        send(
                account,
                SIGN_IN_LOCKED,
                account.id() + " " + lane + " " + how + " " + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                Map.of());
    }

    public void newSignIn(Account account, UUID signIn, String device) {
        send(account, NEW_SIGN_IN, signIn.toString(), Map.of(MailValue.DEVICE, device.isEmpty() ? "?" : device));
    }

    public void resetAsked(Account account, String token) {
        send(
                account,
                PASSWORD_RESET,
                SecretToken.hash(token),
                Map.of(MailValue.LINK, links.to("/reset-password.xhtml", token)));
    }

    public void passwordChanged(Account account) {
        send(account, PASSWORD_CHANGED, account.id() + " " + clock.instant(), Map.of());
    }

    /** To the new address; the account is not yet reached there. */
    public void confirmEmail(Account account, String newEmail, String token) {
        sendTo(
                newEmail,
                account,
                CONFIRM_NEW_EMAIL,
                SecretToken.hash(token),
                Map.of(MailValue.LINK, links.to("/confirm-email.xhtml", token)));
    }

    /** To the address of before. */
    public void emailChanged(Account account, String oldEmail) {
        sendTo(oldEmail, account, EMAIL_CHANGED, account.id() + " " + clock.instant(), Map.of());
    }

    private void send(Account account, MailTemplate template, String occasion, Map<MailValue, String> values) {
        sendTo(account.email(), account, template, occasion, values);
    }

    private void sendTo(
            String to, Account account, MailTemplate template, String occasion, Map<MailValue, String> values) {
        var all = new EnumMap<MailValue, String>(MailValue.class);
        all.putAll(values);
        all.put(MailValue.NAME, account.displayName());
        outbox.send(new Mail(
                template + " " + occasion,
                template,
                Optional.of(account.id()),
                to,
                account.language(),
                all.entrySet().stream()
                        .collect(Collectors.toMap(value -> value.getKey().key(), Map.Entry::getValue))));
    }
}
