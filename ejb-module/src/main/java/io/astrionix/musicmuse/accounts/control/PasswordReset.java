package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;

/** The steps of a password reset, each a transaction. */
@Dependent
@Transactional
public class PasswordReset {

    private static final Duration LIFE = Duration.ofMinutes(30);

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
    private SignInLanes lanes;

    @Inject
    private AccountNotices notices;

    @Inject
    private RequestLimits limits;

    @Inject
    private AuditLog audit;

    public void ask(String email) {
        var account = accounts.findByEmail(email).filter(known -> known.status() != AccountStatus.LOCKED);
        var event = AuditEvent.done(AuditAction.PASSWORD_RESET_ASKED).withPersonal("email", Account.canonical(email));
        audit.record(account.map(known -> event.on("account", known.id())).orElse(event));
        account.filter(known -> limits.tryTake(Limit.MAIL, "reset of " + known.id()))
                .ifPresent(known -> notices.resetAsked(
                        known, tokens.issue(Use.RESET_PASSWORD, known.id(), LIFE, Optional.empty())));
    }

    public Optional<Account> accountOf(String token) {
        return tokens.peek(Use.RESET_PASSWORD, token)
                .flatMap(OneTimeToken::account)
                .flatMap(accounts::find);
    }

    /**
     * @return whether the link works
     * @throws io.astrionix.musicmuse.accounts.boundary.WeakPasswordException if it does, but not with this password
     */
    public boolean isAllowed(String token, String password) {
        var account = accountOf(token);
        account.ifPresent(known -> policy.require(password, known, admission.hasSecondFactor(known.id())));
        return account.isPresent();
    }

    /** @return whether the link still worked */
    public boolean finish(String token, String hash) {
        var account = tokens.redeem(Use.RESET_PASSWORD, token)
                .flatMap(OneTimeToken::account)
                .flatMap(accounts::find);
        account.ifPresent(known -> {
            replacement.replace(known, hash, Optional.empty(), SignInEnd.PASSWORD_CHANGED);
            lanes.openAll(known.email());
            audit.record(AuditEvent.done(AuditAction.PASSWORD_RESET).on("account", known.id()));
        });
        return account.isPresent();
    }
}
