package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.boundary.LastSecondFactorException;
import io.astrionix.musicmuse.accounts.boundary.SecondFactorNotGivenException;
import io.astrionix.musicmuse.accounts.boundary.ShortPasswordException;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** What the caller changes about the own second factor, and what follows from it. */
@Dependent
public class EnrolmentOfCaller {

    private Caller caller;
    private SecondFactorState state;
    private SecondFactorChanges changes;
    private RecentChecks recent;
    private Passwords passwords;
    private SignIns signIns;
    private AuditLog audit;
    private Clock clock;

    public EnrolmentOfCaller() {} // required by CDI beside the constructor below

    @Inject
    public EnrolmentOfCaller(
            Caller caller,
            SecondFactorState state,
            SecondFactorChanges changes,
            RecentChecks recent,
            Passwords passwords,
            SignIns signIns,
            AuditLog audit,
            Clock clock) {
        this.caller = caller;
        this.state = state;
        this.changes = changes;
        this.recent = recent;
        this.passwords = passwords;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    public Account account() {
        return caller.account();
    }

    /**
     * The caller, who has proved anew who that is. Where a second factor is set up, the password alone is not enough to
     * change it: the sign-in must have used one.
     *
     * @throws CredentialNotFreshException if that was too long ago
     * @throws SecondFactorNotGivenException if the sign-in began before there was a second factor, and elsewhere
     */
    public Account fresh() {
        caller.requireFreshCredential();
        return proven();
    }

    /**
     * The caller, whose sign-in used the second factor if one is set up.
     *
     * @throws SecondFactorNotGivenException if it did not
     */
    public Account proven() {
        var account = caller.account();
        if (state.isSetUp(account.id()) && caller.signIn().level() != SignInLevel.SECOND_FACTOR) {
            throw new SecondFactorNotGivenException();
        }
        return account;
    }

    /** A passkey of the caller proved anew who it is: with it the sign-in has had its second factor. */
    public void confirmed() {
        var signIn = caller.signIn();
        signIn.raise(clock.instant());
        recent.forget(signIn.id());
        audit.record(AuditEvent.done(AuditAction.CREDENTIAL_CONFIRMED)
                .by(signIn.account())
                .on("sign-in", signIn.id())
                .with("factor", "passkey"));
    }

    /**
     * A factor was set up: the sign-in has proved it, so roles that were withheld are given at once. All others were
     * without it, and end: who is behind them may know the password only.
     */
    public void enrolled(AuditAction what) {
        var signIn = caller.signIn();
        signIn.raise(clock.instant());
        signIns.endOthers(signIn, SignInEnd.SECOND_FACTOR_CHANGED);
        recent.forgetAll();
        changed(what);
    }

    public void changed(AuditAction what) {
        var account = caller.account();
        changes.tell(what, account.id(), account);
    }

    /**
     * @param others how many second factors are left without the one that shall go
     * @throws LastSecondFactorException if there are none and a role needs one
     * @throws ShortPasswordException if there are none and the password is too short to be all there is
     */
    public void refuseIfNeeded(int others) {
        if (others > 0) {
            return;
        }
        var account = caller.account();
        if (account.roles().stream().anyMatch(Role::needsSecondFactor)) {
            throw new LastSecondFactorException();
        }
        if (passwords.isShort(account.passwordHash())) {
            throw new ShortPasswordException();
        }
    }
}
