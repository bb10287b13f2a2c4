package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.shared.SecretToken;
import io.astrionix.musicmuse.shared.SiteLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The mails of registration, with their links. Needs the caller's transaction. */
@Dependent
public class AccountMails {

    /** How long the link that verifies an email works. */
    static final Duration VERIFY_LIFETIME = Duration.ofHours(24);

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private Outbox outbox;

    @Inject
    private SiteLinks links;

    @Inject
    private RequestLimits limits;

    @Inject
    private Clock clock;

    public void verifyEmail(Account account) {
        var token = tokens.issue(Use.VERIFY_EMAIL, account.id(), VERIFY_LIFETIME, Optional.empty());
        sendLink(account, MailTemplate.VERIFY_EMAIL, "/verify.xhtml", token);
    }

    /** Somebody registers or changes to an address that has an account. At most one in an hour, however often it is tried. */
    public void alreadyRegistered(Account account) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        send(
                account,
                MailTemplate.ALREADY_REGISTERED,
                account.id() + " " + hour,
                Map.of("name", account.displayName(), "link", links.to("/signin.xhtml")));
    }

    /** @return the token of the page on which a minor names a guardian: one link for the whole time of waiting */
    public String askGuardian(Account minor) {
        var left = Duration.between(clock.instant(), minor.guardianDueAt().orElseThrow());
        var token = tokens.issue(Use.GUARDIAN_PAGE, minor.id(), left, Optional.empty());
        sendLink(minor, MailTemplate.ASK_GUARDIAN, "/ask-guardian.xhtml", token);
        return token;
    }

    /** To the guardian's address; the name in it is the minor's. */
    public void guardianConsent(Account minor, String guardianEmail) {
        var left = Duration.between(clock.instant(), minor.guardianDueAt().orElseThrow());
        var token = tokens.issue(Use.GUARDIAN_CONSENT, minor.id(), left, Optional.empty());
        var values = Map.of("name", minor.displayName(), "link", links.to("/consent.xhtml", token));
        outbox.send(new Mail(
                MailTemplate.GUARDIAN_CONSENT + " " + SecretToken.hash(token),
                MailTemplate.GUARDIAN_CONSENT,
                Optional.of(minor.id()),
                guardianEmail,
                minor.language(),
                values));
    }

    public void guardianConsented(Account minor, Account guardian) {
        var occasion = minor.id() + " " + clock.instant();
        send(minor, MailTemplate.GUARDIAN_CONSENTED, occasion, Map.of("name", minor.displayName()));
        var values = Map.of("name", minor.displayName(), "link", links.to("/guardian/index.xhtml"));
        send(guardian, MailTemplate.GUARDIAN_CONFIRMED, occasion, values);
    }

    public void guardianWithdrew(Account minor, Account guardian) {
        var occasion = minor.id() + " " + clock.instant();
        send(minor, MailTemplate.GUARDIAN_WITHDREW, occasion, Map.of("name", minor.displayName()));
        send(guardian, MailTemplate.GUARDIAN_WITHDRAWN, occasion, Map.of("name", minor.displayName()));
    }

    /** Before a restriction ends that its owner has had enough of (A9). */
    public void restrictionEnds(Account account, Instant end) {
        send(
                account,
                MailTemplate.RESTRICTION_ENDS,
                account.id() + " " + end,
                Map.of("name", account.displayName(), "link", links.to("/account/choices.xhtml")));
    }

    /** Nobody has signed in for long, and the account will end; each notice once for each such time. */
    public void idle(Account account, MailTemplate notice, String which) {
        send(
                account,
                notice,
                which + " " + account.id() + " " + account.use().lastActiveAt(),
                Map.of("name", account.displayName(), "link", links.to("/signin.xhtml")));
    }

    /** The account is gone: nothing in the mail leads back to it. */
    public void guardianDeclined(Account minor) {
        outbox.send(new Mail(
                MailTemplate.GUARDIAN_DECLINED + " " + SecretToken.next(),
                MailTemplate.GUARDIAN_DECLINED,
                Optional.empty(),
                minor.email(),
                minor.language(),
                Map.of("name", minor.displayName())));
    }

    /** The link an account waits for; nothing where it waits for none. */
    public void linkOfWaitingAccount(Account account) {
        if (!mayWrite(account)) {
            return;
        }
        switch (account.status()) {
            case UNVERIFIED -> verifyEmail(account);
            case PENDING_GUARDIAN -> askGuardian(account);
            case ACTIVE, LOCKED -> {}
        }
    }

    /** Takes a turn: strangers can have only so many of these mails sent to one address. */
    boolean mayWrite(Account account) {
        return limits.tryTake(Limit.MAIL, "link of " + account.id());
    }

    private void sendLink(Account to, MailTemplate template, String page, String token) {
        var values = Map.of("name", to.displayName(), "link", links.to(page, token));
        send(to, template, SecretToken.hash(token), values);
    }

    private void send(Account to, MailTemplate template, String occasion, Map<String, String> values) {
        var key = template + " " + occasion;
        outbox.send(new Mail(key, template, Optional.of(to.id()), to.email(), to.language(), values));
    }
}
