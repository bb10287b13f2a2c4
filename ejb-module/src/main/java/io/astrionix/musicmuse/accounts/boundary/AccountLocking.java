package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountChanges;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Locks accounts against abuse (R25). Opening them again is for who runs the installation. */
@Stateless
@RolesAllowed(Role.Names.TRUST)
public class AccountLocking {

    private Caller caller;
    private AccountRepository accounts;
    private AccountChanges changes;

    public AccountLocking() {} // required by the EJB proxy

    @Inject
    public AccountLocking(Caller caller, AccountRepository accounts, AccountChanges changes) {
        this.caller = caller;
        this.accounts = accounts;
        this.changes = changes;
    }

    /**
     * Takes effect on the next request: the account's sign-ins end.
     *
     * @param reason for the audit log; names nobody
     * @return whether there was something to lock: only an active account can be used
     * @throws OwnAdministrationException if it is the caller's own account, or that of somebody who runs the installation
     */
    public boolean lock(
            @NotNull AccountId id, @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String reason) {
        var locker = caller.account();
        if (locker.id().equals(id) || runsTheInstallation(id)) {
            throw new OwnAdministrationException();
        }
        return changes.lock(locker, id, reason);
    }

    private boolean runsTheInstallation(AccountId id) {
        return accounts.find(id)
                .filter(account -> account.roles().contains(Role.PLATFORM_ADMIN))
                .isPresent();
    }
}
