package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.SignInResult;
import io.astrionix.musicmuse.accounts.boundary.SignInResult.NotYet;
import io.astrionix.musicmuse.accounts.boundary.SignInResult.SecondFactorNeeded;
import io.astrionix.musicmuse.accounts.boundary.SignInResult.Why;
import io.astrionix.musicmuse.accounts.boundary.TooBusyException;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What follows a right password. */
@Dependent
@Transactional
public class SignInAdmission {

    @Inject
    private AccountRepository accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private SignInCompletion completion;

    @Inject
    @Any
    private Instance<SecondFactor> secondFactors;

    @Inject
    private AuditLog audit;

    /** @throws java.util.NoSuchElementException if the account went away in this moment */
    public SignInResult admit(AccountId id, String password) {
        var account = accounts.find(id).orElseThrow();
        renewHash(account, password);
        if (account.status() != AccountStatus.ACTIVE) {
            return notYet(account);
        }
        return hasSecondFactor(id)
                ? new SecondFactorNeeded(completion.ticket(account))
                : completion.begin(account, SignInLevel.PASSWORD);
    }

    public boolean hasSecondFactor(AccountId account) {
        return secondFactors.stream().anyMatch(factor -> factor.isSetUp(account));
    }

    private NotYet notYet(Account account) {
        audit.record(AuditEvent.refused(AuditAction.SIGN_IN_REFUSED)
                .on("account", account.id())
                .with("why", account.status()));
        return new NotYet(account.status() == AccountStatus.PENDING_GUARDIAN ? Why.PENDING_GUARDIAN : Why.LOCKED);
    }

    private void renewHash(Account account, String password) {
        if (passwords.isOld(account.passwordHash())) {
            try {
                account.changePassword(passwords.hash(password));
            } catch (TooBusyException busy) {
                return; // the next sign-in will do it
            }
        }
    }
}
