package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AnswerPace;
import io.astrionix.musicmuse.accounts.control.PasswordReset;
import io.astrionix.musicmuse.accounts.control.Passwords;
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

/**
 * A new password by a link to the account's address (ASVS 6.4). Open to all. It signs nobody in: whoever has a second
 * factor needs it afterwards, too.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordResetService {

    private PasswordReset reset;
    private Passwords passwords;
    private AnswerPace pace;
    private RequestLimits limits;

    public PasswordResetService() {} // required by the EJB proxy

    @Inject
    public PasswordResetService(PasswordReset reset, Passwords passwords, AnswerPace pace, RequestLimits limits) {
        this.reset = reset;
        this.passwords = passwords;
        this.pace = pace;
        this.limits = limits;
    }

    /**
     * Sends a link if there is an account; the answer is the same and takes as long if there is none.
     *
     * @throws TooBusyException if too many ask at this moment
     */
    public void ask(@NotNull @Size(max = 320) @Pattern(regexp = "\\P{Cntrl}*") String email) {
        long began = System.nanoTime();
        if (!limits.tryTake(Limit.RESET)) {
            throw new TooBusyException();
        }
        reset.ask(email);
        if (!pace.await(began)) {
            throw new TooBusyException();
        }
    }

    /** Whether the link still works; changes nothing. */
    public boolean isOpen(@NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*") String token) {
        return reset.accountOf(token).isPresent();
    }

    /**
     * Sets the password, once for each link, and ends all sign-ins.
     *
     * @return whether the link still worked
     * @throws WeakPasswordException if the password cannot be used; the link works on
     */
    public boolean reset(
            @NotNull @Size(max = 100) @Pattern(regexp = "[A-Za-z0-9_-]*") String token,
            @NotNull @Valid TypedPassword password) {
        if (!reset.isAllowed(token, password.value())) {
            return false;
        }
        return reset.finish(token, passwords.hash(password.value()));
    }
}
