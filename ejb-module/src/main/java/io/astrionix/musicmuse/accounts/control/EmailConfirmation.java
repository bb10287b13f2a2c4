package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.EmailProved;
import io.astrionix.musicmuse.accounts.boundary.VerifiedEmail;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The steps of confirming a registrant's email, each a transaction. A link works as long as its account waits for it. */
@Dependent
@Transactional
public class EmailConfirmation {

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private AccountRepository accounts;

    @Inject
    private AccountMails mails;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<EmailProved> proved;

    @Inject
    private Clock clock;

    /** The account that waits for this link. */
    public Optional<Account> waiting(String token) {
        return tokens.peek(Use.VERIFY_EMAIL, token).flatMap(this::waiting);
    }

    /** Uses the link up, and every other one of the account; empty where it does not work (any more). */
    public Optional<VerifiedEmail> confirm(String token) {
        return tokens.redeem(Use.VERIFY_EMAIL, token).flatMap(this::waiting).map(this::confirmed);
    }

    private VerifiedEmail confirmed(Account account) {
        tokens.revoke(Use.VERIFY_EMAIL, account.id());
        account.verifyEmail(clock.instant());
        proved.fire(new EmailProved(account.id(), account.email()));
        audit.record(
                AuditEvent.done(AuditAction.EMAIL_VERIFIED).by(account.id()).on("account", account.id()));
        boolean waits = account.status() == AccountStatus.PENDING_GUARDIAN;
        return new VerifiedEmail(waits ? Optional.of(mails.askGuardian(account)) : Optional.empty());
    }

    private Optional<Account> waiting(OneTimeToken token) {
        return token.account().flatMap(accounts::find).filter(account -> account.status() == AccountStatus.UNVERIFIED);
    }
}
