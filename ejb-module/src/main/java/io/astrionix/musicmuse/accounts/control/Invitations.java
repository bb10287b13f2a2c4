package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.EmailProved;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.notification.boundary.Mail;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.notification.boundary.Outbox;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.shared.SecretToken;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Asks somebody to join with a role. Until the invitation is taken there is no account, only a link that says for whom
 * it is; taking it proves that the mailbox is theirs. Needs the caller's transaction.
 */
@Dependent
public class Invitations {

    private static final Duration LIFETIME = Duration.ofDays(30);

    private OneTimeTokens tokens;
    private AccountRepository accounts;
    private Outbox outbox;
    private Settings settings;
    private Event<EmailProved> proved;
    private Clock clock;

    public Invitations() {} // required by CDI beside the constructor below

    @Inject
    public Invitations(
            OneTimeTokens tokens,
            AccountRepository accounts,
            Outbox outbox,
            Settings settings,
            Event<EmailProved> proved,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.outbox = outbox;
        this.settings = settings;
        this.proved = proved;
        this.clock = clock;
    }

    /** The same for an email that has an account: the invitation then cannot be taken, which only its owner learns. */
    public void send(String email, Role role, Locale language) {
        var to = Account.canonical(email);
        var token = tokens.issueWithoutAccount(Use.INVITATION, LIFETIME, role.name() + " " + to);
        var link = settings.text(Setting.SITE_ORIGIN).orElse("") + "/invitation.xhtml?token=" + token;
        outbox.send(new Mail(
                "invitation-" + SecretToken.hash(token),
                MailTemplate.INVITATION,
                Optional.empty(),
                to,
                language,
                Map.of("role", role.name(), "link", link)));
    }

    /** The email an invitation went to; empty where it was taken, is too old or was never made. */
    public Optional<String> emailOf(String token) {
        return tokens.peekWithoutAccount(Use.INVITATION, token).map(Invitations::email);
    }

    /**
     * @return the new account; empty where the invitation was taken, is too old, was never made, or its email has an
     *     account by now
     */
    public Optional<Account> take(String token, String name, String passwordHash) {
        return tokens.peekWithoutAccount(Use.INVITATION, token)
                .filter(payload -> accounts.makeRoomFor(email(payload)))
                .flatMap(payload -> tokens.redeemWithoutAccount(Use.INVITATION, token))
                .map(payload -> add(payload, name, passwordHash));
    }

    private Account add(String payload, String name, String passwordHash) {
        var role = Role.valueOf(payload.substring(0, payload.indexOf(' ')));
        var account = new Account(email(payload), name, role, passwordHash, clock.instant());
        account.verifyEmail(clock.instant());
        accounts.add(account);
        proved.fire(new EmailProved(account.id(), account.email()));
        return account;
    }

    private static String email(String payload) {
        return payload.substring(payload.indexOf(' ') + 1);
    }
}
