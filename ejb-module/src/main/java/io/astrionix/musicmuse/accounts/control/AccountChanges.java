package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What an administrator changes about an account, and what follows from it. An account that is not there: nothing. */
@Dependent
public class AccountChanges {

    private AccountRepository accounts;
    private SignIns signIns;
    private RecentChecks recent;
    private SecondFactorState secondFactor;
    private SecondFactorChanges secondFactorChanges;
    private Passwords passwords;
    private PasswordReset passwordReset;
    private AuditLog audit;

    public AccountChanges() {} // required by CDI beside the constructor below

    @Inject
    public AccountChanges(
            AccountRepository accounts,
            SignIns signIns,
            RecentChecks recent,
            SecondFactorState secondFactor,
            SecondFactorChanges secondFactorChanges,
            Passwords passwords,
            PasswordReset passwordReset,
            AuditLog audit) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.recent = recent;
        this.secondFactor = secondFactor;
        this.secondFactorChanges = secondFactorChanges;
        this.passwords = passwords;
        this.passwordReset = passwordReset;
        this.audit = audit;
    }

    /** The account's sign-ins end: with the new role another limit, and a second factor, may apply. */
    public void grant(Account admin, AccountId id, Role role) {
        accounts.find(id).filter(account -> account.grant(role)).ifPresent(account -> {
            end(id, SignInEnd.ROLES_CHANGED);
            audit.record(event(AuditAction.ROLE_GRANTED, admin, id).with("role", role));
        });
    }

    public void revoke(Account admin, AccountId id, Role role) {
        accounts.find(id).filter(account -> account.revoke(role)).ifPresent(account -> {
            end(id, SignInEnd.ROLES_CHANGED);
            audit.record(event(AuditAction.ROLE_REVOKED, admin, id).with("role", role));
        });
    }

    /** @return whether it was open */
    public boolean lock(Account admin, AccountId id, String reason) {
        var locked = accounts.find(id).filter(Account::lock);
        locked.ifPresent(account -> {
            end(id, SignInEnd.ACCOUNT_LOCKED);
            audit.record(event(AuditAction.ACCOUNT_LOCKED, admin, id).with("reason", reason));
        });
        return locked.isPresent();
    }

    /** @return whether it was locked, and not by a guardian's withdrawal */
    public boolean unlock(Account admin, AccountId id) {
        var unlocked = accounts.find(id).filter(Account::unlock);
        unlocked.ifPresent(account -> audit.record(event(AuditAction.ACCOUNT_UNLOCKED, admin, id)));
        return unlocked.isPresent();
    }

    public void endSignIns(Account admin, AccountId id, SignInEnd reason) {
        int ended = end(id, reason);
        audit.record(
                event(AuditAction.SIGN_IN_ENDED, admin, id).with("count", ended).with("reason", reason));
    }

    /** A password that is too short to be the only factor stops working, and its owner gets a link for a new one. */
    public void resetSecondFactor(Account admin, AccountId id) {
        accounts.find(id).ifPresent(account -> {
            secondFactor.reset(id);
            if (passwords.isShort(account.passwordHash())) {
                account.changePassword(passwords.hash(SecretToken.next()));
                passwordReset.ask(account.email());
            }
            end(id, SignInEnd.SECOND_FACTOR_CHANGED);
            secondFactorChanges.tell(AuditAction.SECOND_FACTOR_RESET, admin.id(), account);
        });
    }

    private int end(AccountId id, SignInEnd reason) {
        int ended = signIns.endAll(id, reason);
        recent.forgetAll();
        return ended;
    }

    private static AuditEvent event(AuditAction action, Account admin, AccountId id) {
        return AuditEvent.done(action).by(admin.id()).on("account", id);
    }
}
