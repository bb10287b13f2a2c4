package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.EmailProved;
import io.astrionix.musicmuse.accounts.boundary.TooManyMailsException;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Changes of the caller's own password and email, each a transaction. */
@Dependent
@Transactional
public class CredentialChange {

    private static final Duration LINK_LIFE = Duration.ofMinutes(30);

    @Inject
    private Caller caller;

    @Inject
    private AccountRepository accounts;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private PasswordPolicy policy;

    @Inject
    private SignInAdmission admission;

    @Inject
    private PasswordReplacement replacement;

    @Inject
    private AccountNotices notices;

    @Inject
    private AccountMails mails;

    @Inject
    private RequestLimits limits;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<EmailProved> proved;

    @Inject
    private Clock clock;

    public int leastCharacters() {
        return admission.hasSecondFactor(caller.account().id())
                ? PasswordPolicy.LEAST_WITH_SECOND_FACTOR
                : PasswordPolicy.LEAST;
    }

    public void confirmed() {
        var signIn = caller.signIn();
        signIn.credentialConfirmed(clock.instant());
        audit.record(AuditEvent.done(AuditAction.CREDENTIAL_CONFIRMED)
                .by(signIn.account())
                .on("sign-in", signIn.id()));
    }

    public void requireAllowed(String newPassword) {
        var account = caller.account();
        policy.require(newPassword, account, admission.hasSecondFactor(account.id()));
    }

    public void password(String hash) {
        var account = caller.account();
        var signIn = caller.signIn();
        replacement.replace(account, hash, Optional.of(signIn), SignInEnd.PASSWORD_CHANGED);
        signIn.credentialConfirmed(clock.instant());
        audit.record(
                AuditEvent.done(AuditAction.PASSWORD_CHANGED).by(account.id()).on("account", account.id()));
    }

    public void askEmail(String newEmail) {
        caller.requireFreshCredential();
        var account = caller.account();
        if (!limits.tryTake(Limit.MAIL, "email of " + account.id())) {
            throw new TooManyMailsException();
        }
        var owner = accounts.findByEmail(newEmail);
        if (!AccountRepository.isFree(owner)) {
            tokens.revoke(Use.CHANGE_EMAIL, account.id()); // as below: an earlier link must not tell which it was
            mails.alreadyRegistered(owner.orElseThrow());
        } else {
            var address = Account.canonical(newEmail);
            var token = tokens.issue(Use.CHANGE_EMAIL, account.id(), LINK_LIFE, Optional.of(address));
            notices.confirmEmail(account, address, token);
        }
    }

    public boolean isEmailOpen(String token) {
        return tokens.peek(Use.CHANGE_EMAIL, token).isPresent();
    }

    public boolean email(String token) {
        return tokens.redeem(Use.CHANGE_EMAIL, token)
                .filter(found -> accounts.makeRoomFor(found.payload().orElseThrow()))
                .flatMap(this::change)
                .isPresent();
    }

    private Optional<Account> change(OneTimeToken token) {
        var account = token.account().flatMap(accounts::find);
        account.ifPresent(known -> {
            var oldEmail = known.email();
            known.changeEmail(token.payload().orElseThrow(), clock.instant());
            proved.fire(new EmailProved(known.id(), known.email()));
            tokens.revoke(Use.RESET_PASSWORD, known.id()); // a link that went to the old address
            notices.emailChanged(known, oldEmail);
            audit.record(AuditEvent.done(AuditAction.EMAIL_CHANGED)
                    .on("account", known.id())
                    .withPersonal("old", oldEmail)
                    .withPersonal("new", known.email()));
        });
        return account;
    }
}
