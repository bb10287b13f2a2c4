package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.boundary.SignInResult.NotYet;
import io.astrionix.musicmuse.accounts.boundary.SignInResult.Refused;
import io.astrionix.musicmuse.accounts.boundary.SignInResult.SecondFactorNeeded;
import io.astrionix.musicmuse.accounts.boundary.SignInResult.Why;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.accounts.control.SecondFactor;
import io.astrionix.musicmuse.accounts.control.SignInCompletion;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Checks who somebody is. Open to all: it is called before anybody is signed in. */
@Stateless
@PermitAll
public class SignInService {

    private AccountRepository accounts;
    private Passwords passwords;
    private SignInCompletion completion;
    private Instance<SecondFactor> secondFactors;
    private AuditLog audit;

    public SignInService() {} // required by the EJB proxy

    @Inject
    public SignInService(
            AccountRepository accounts,
            Passwords passwords,
            SignInCompletion completion,
            @Any Instance<SecondFactor> secondFactors,
            AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.completion = completion;
        this.secondFactors = secondFactors;
        this.audit = audit;
    }

    /** Tries email and password. What is wrong with them is told nobody. */
    public SignInResult signIn(
            @NotNull @Size(max = 320) @Pattern(regexp = "\\P{Cntrl}*") String email,
            @NotNull @Size(max = 1000) String password) {
        var account = accounts.findByEmail(email);
        if (account.isEmpty()) {
            passwords.spendTimeOfAMatch(password);
        }
        if (!account.map(a -> passwords.matches(password, a.passwordHash())).orElse(false)) {
            audit.recordRefusal(
                    AuditEvent.refused(AuditAction.SIGN_IN_REFUSED).withPersonal("email", Account.canonical(email)));
            return new Refused();
        }
        return admit(account.get());
    }

    private SignInResult admit(Account account) {
        return switch (account.status()) {
            case UNVERIFIED -> new NotYet(Why.UNVERIFIED);
            case PENDING_GUARDIAN -> new NotYet(Why.PENDING_GUARDIAN);
            case LOCKED -> new NotYet(Why.LOCKED);
            case ACTIVE ->
                secondFactors.stream().anyMatch(factor -> factor.isSetUp(account.id()))
                        ? new SecondFactorNeeded(completion.ticket(account))
                        : completion.begin(account, SignInLevel.PASSWORD);
        };
    }
}
