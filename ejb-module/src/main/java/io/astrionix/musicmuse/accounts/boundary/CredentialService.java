package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.accounts.control.CredentialChange;
import io.astrionix.musicmuse.accounts.control.Devices;
import io.astrionix.musicmuse.accounts.control.PasswordTry;
import io.astrionix.musicmuse.accounts.control.PasswordTry.Outcome;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * The caller's own password and email. Open to all roles and none: {@link Caller} says whose they are. A password typed
 * here counts in the same lanes as one typed at sign-in.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CredentialService {

    private Caller caller;
    private Devices devices;
    private PasswordTry tries;
    private Passwords passwords;
    private CredentialChange change;

    public CredentialService() {} // required by the EJB proxy

    @Inject
    public CredentialService(
            Caller caller, Devices devices, PasswordTry tries, Passwords passwords, CredentialChange change) {
        this.caller = caller;
        this.devices = devices;
        this.tries = tries;
        this.passwords = passwords;
        this.change = change;
    }

    /** Whether a change of email or second factor can be made now, or the password must be typed before. */
    public boolean isFresh() {
        return caller.isFresh();
    }

    /** @throws CredentialNotFreshException if the password must be typed before */
    public void requireFresh() {
        caller.requireFreshCredential();
    }

    public String email() {
        return caller.account().email();
    }

    /** How many characters a new password of the caller needs. */
    public int leastCharacters() {
        return change.leastCharacters();
    }

    /**
     * Confirms who it is before a change.
     *
     * @return whether the password was right
     * @throws TooBusyException if too many passwords are being checked
     */
    public boolean confirm(@NotNull @Valid TypedPassword password) {
        boolean right = isRight(caller.account(), password);
        if (right) {
            change.confirmed();
        }
        return right;
    }

    /**
     * Changes the password and ends all other sign-ins.
     *
     * @return whether the current password was right; if not, nothing was changed
     * @throws WeakPasswordException if the new password cannot be used
     * @throws TooBusyException if too many passwords are being checked
     */
    public boolean changePassword(@NotNull @Valid TypedPassword current, @NotNull @Valid TypedPassword newPassword) {
        change.requireAllowed(newPassword.value());
        if (!isRight(caller.account(), current)) {
            return false;
        }
        change.password(passwords.hash(newPassword.value()));
        return true;
    }

    /**
     * Sends a link to the new address, which becomes the account's when the link is used. Whether somebody else has the
     * address is told to its owner, not here.
     *
     * @throws CredentialNotFreshException if the password must be typed before
     * @throws TooManyMailsException if the account has asked for too many such links
     */
    public void askEmailChange(@NotNull @EmailAddress String newEmail) {
        change.askEmail(newEmail);
    }

    /** Whether the link still works; changes nothing. Anybody with the link may ask. */
    public boolean isEmailChangeOpen(@NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*") String token) {
        return change.isEmailOpen(token);
    }

    /** Makes the new address the account's. @return whether the link still worked and the address is still free */
    public boolean confirmEmailChange(@NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*") String token) {
        return change.email(token);
    }

    private boolean isRight(Account account, TypedPassword password) {
        var owner = Optional.of(account);
        var outcome = tries.check(
                account.email(), owner, password.value(), devices.lane(owner), AuditAction.CREDENTIAL_REFUSED);
        if (outcome == Outcome.BUSY) {
            throw new TooBusyException();
        }
        return outcome == Outcome.RIGHT;
    }
}
