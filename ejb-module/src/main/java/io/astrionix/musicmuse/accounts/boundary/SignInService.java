package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.boundary.SignInResult.Busy;
import io.astrionix.musicmuse.accounts.boundary.SignInResult.Refused;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Devices;
import io.astrionix.musicmuse.accounts.control.Lane;
import io.astrionix.musicmuse.accounts.control.PasswordTry;
import io.astrionix.musicmuse.accounts.control.SignInAdmission;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/**
 * Checks who somebody is. Open to all: it is called before anybody is signed in. No transaction around it: checking a
 * password takes long, and a counted try must stay counted.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {

    private static final Duration RETRY = Duration.ofSeconds(5);

    private AccountRepository accounts;
    private Devices devices;
    private PasswordTry tries;
    private SignInAdmission admission;
    private RequestLimits limits;

    public SignInService() {} // required by the EJB proxy

    @Inject
    public SignInService(
            AccountRepository accounts,
            Devices devices,
            PasswordTry tries,
            SignInAdmission admission,
            RequestLimits limits) {
        this.accounts = accounts;
        this.devices = devices;
        this.tries = tries;
        this.admission = admission;
        this.limits = limits;
    }

    /**
     * Tries email and password. What is wrong with them is told nobody. An account whose email is not verified is like none:
     * else whoever registers an address and signs in could tell whether it had an account before.
     */
    public SignInResult signIn(
            @NotNull @Size(max = 320) @Pattern(regexp = "\\P{Cntrl}*") String email,
            @NotNull @Valid TypedPassword password) {
        var account = accounts.findByEmail(email).filter(known -> known.status() != AccountStatus.UNVERIFIED);
        var lane = devices.lane(account);
        if (lane == Lane.UNKNOWN_DEVICE && !limits.tryTake(Limit.SIGN_IN)) {
            return new Busy(limits.longestWait(Limit.SIGN_IN));
        }
        return switch (tries.check(email, account, password.value(), lane, AuditAction.SIGN_IN_REFUSED)) {
            case RIGHT -> admission.admit(account.orElseThrow().id(), password.value());
            case REFUSED -> new Refused();
            case BUSY -> new Busy(RETRY);
        };
    }
}
