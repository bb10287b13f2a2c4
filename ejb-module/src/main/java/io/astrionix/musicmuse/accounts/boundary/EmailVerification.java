package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountMails;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.OneTimeTokens;
import io.astrionix.musicmuse.accounts.control.WaitingLinks;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;

/** Takes the link of the mail as proof that the address is the registrant's own. Open to all who have the link. */
@Stateless
@PermitAll
public class EmailVerification {

    private OneTimeTokens tokens;
    private AccountRepository accounts;
    private AccountMails mails;
    private WaitingLinks links;
    private RequestLimits limits;
    private AuditLog audit;
    private Clock clock;

    public EmailVerification() {} // required by the EJB proxy

    @Inject
    public EmailVerification(
            OneTimeTokens tokens,
            AccountRepository accounts,
            AccountMails mails,
            WaitingLinks links,
            RequestLimits limits,
            AuditLog audit,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.mails = mails;
        this.links = links;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** The name the registrant gave, where the link still works; changes nothing. */
    public Optional<String> registrant(@NotNull String token) {
        return tokens.peek(Use.VERIFY_EMAIL, token).flatMap(this::account).map(Account::displayName);
    }

    /** Uses the link up; empty where it does not work (any more). */
    public Optional<VerifiedEmail> verify(@NotNull String token) {
        return tokens.redeem(Use.VERIFY_EMAIL, token).flatMap(this::account).map(this::verified);
    }

    private VerifiedEmail verified(Account account) {
        account.verifyEmail(clock.instant());
        audit.record(
                AuditEvent.done(AuditAction.EMAIL_VERIFIED).by(account.id()).on("account", account.id()));
        boolean waits = account.status() == AccountStatus.PENDING_GUARDIAN;
        return new VerifiedEmail(waits ? Optional.of(mails.askGuardian(account)) : Optional.empty());
    }

    /**
     * Sends the link of an account that waits for it once more, and nothing to any other address.
     *
     * @throws TooManyRegistrationsException if too many are asked for from the same network
     */
    public void sendAgain(@NotNull @EmailAddress String email) {
        if (!limits.tryTake(Limit.REGISTER)) {
            throw new TooManyRegistrationsException();
        }
        links.send(email);
    }

    private Optional<Account> account(OneTimeToken token) {
        return token.account().flatMap(accounts::find);
    }
}
