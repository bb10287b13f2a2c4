package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AnswerPace;
import io.astrionix.musicmuse.accounts.control.PasswordPolicy;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.accounts.control.Registration;
import io.astrionix.musicmuse.accounts.entity.BirthMonth;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.shared.Operator;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;

/** Makes accounts for strangers. Open to all. No transaction around it: hashing a password takes long. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegistrationService {

    /** How it ended, as far as the visitor may know. */
    public enum Outcome {
        /** A mail is on its way: with a link, or saying that there is an account already. */
        MAIL_SENT,
        /** Too young for an account (R59). Nothing was stored. */
        REFUSED
    }

    private Registration registration;
    private Passwords passwords;
    private PasswordPolicy policy;
    private AnswerPace pace;
    private RequestLimits limits;
    private Operator operator;
    private Clock clock;

    public RegistrationService() {} // required by the EJB proxy

    @Inject
    public RegistrationService(
            Registration registration,
            Passwords passwords,
            PasswordPolicy policy,
            AnswerPace pace,
            RequestLimits limits,
            Operator operator,
            Clock clock) {
        this.registration = registration;
        this.passwords = passwords;
        this.policy = policy;
        this.pace = pace;
        this.limits = limits;
        this.operator = operator;
        this.clock = clock;
    }

    /**
     * Keeps an account that can do nothing until its email is verified. An address that has an account gets a mail that
     * says so; the answer is the same and takes as long: the password is hashed in both cases, and the answer waits
     * from there on for longer than it takes to keep what is kept in one of them.
     *
     * @throws RegistrationClosedException if the operator has not opened registration
     * @throws TooManyRegistrationsException if too many come from the same network
     * @throws WeakPasswordException if the password cannot be used
     * @throws TooBusyException if too many passwords are being hashed at this moment
     */
    public Outcome register(@NotNull @Valid RegisterCommand command) {
        if (!operator.isRegistrationOpen()) {
            throw new RegistrationClosedException();
        }
        var birth = new BirthMonth(command.birth());
        if (birth.isTooYoungIn(YearMonth.now(clock))) {
            return Outcome.REFUSED; // before anything is written, logged or counted
        }
        if (!limits.tryTake(Limit.REGISTER)) {
            throw new TooManyRegistrationsException();
        }
        policy.require(command.password(), List.of(command.name(), command.email()), false);
        var hash = passwords.hash(command.password());
        long hashed = System.nanoTime();
        registration.keep(command, hash);
        pace.awaitKeeping(hashed); // in a crowd nobody waits, and nobody can tell milliseconds apart
        return Outcome.MAIL_SENT;
    }
}
