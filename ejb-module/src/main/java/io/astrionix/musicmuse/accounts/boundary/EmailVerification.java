package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.Devices;
import io.astrionix.musicmuse.accounts.control.EmailConfirmation;
import io.astrionix.musicmuse.accounts.control.PasswordTry;
import io.astrionix.musicmuse.accounts.control.PasswordTry.Outcome;
import io.astrionix.musicmuse.accounts.control.WaitingLinks;
import io.astrionix.musicmuse.accounts.entity.Account;
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
import java.util.Optional;

/**
 * Takes the link of the mail as proof that the address is the registrant's own, and the password as proof that the
 * registrant is whoever opened it: anybody can register anybody's address. Open to all who have the link. No transaction
 * around it: checking a password takes long, and a counted try must stay counted.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmailVerification {

    private EmailConfirmation confirmation;
    private Devices devices;
    private PasswordTry tries;
    private WaitingLinks links;
    private RequestLimits limits;

    public EmailVerification() {} // required by the EJB proxy

    @Inject
    public EmailVerification(
            EmailConfirmation confirmation,
            Devices devices,
            PasswordTry tries,
            WaitingLinks links,
            RequestLimits limits) {
        this.confirmation = confirmation;
        this.devices = devices;
        this.tries = tries;
        this.links = links;
        this.limits = limits;
    }

    /** The name the registrant gave, where the link still works; changes nothing. */
    public Optional<String> registrant(@NotNull String token) {
        return confirmation.waiting(token).map(Account::displayName);
    }

    /**
     * Uses the link up; empty where it does not work (any more).
     *
     * @param password the one of the registration
     * @throws OtherRegistrationException if it is not; the link works on
     * @throws TooBusyException if too many passwords are being checked
     */
    public Optional<VerifiedEmail> verify(@NotNull String token, @NotNull @Valid TypedPassword password) {
        var account = confirmation.waiting(token);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        var outcome = tries.check(
                account.get().email(),
                account,
                password.value(),
                devices.lane(account),
                AuditAction.CREDENTIAL_REFUSED);
        if (outcome == Outcome.BUSY) {
            throw new TooBusyException();
        }
        if (outcome == Outcome.REFUSED) {
            throw new OtherRegistrationException();
        }
        return confirmation.confirm(token);
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
}
