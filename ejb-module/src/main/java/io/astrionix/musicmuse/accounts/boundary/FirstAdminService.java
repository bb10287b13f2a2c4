package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.FirstAdmin;
import io.astrionix.musicmuse.accounts.control.PasswordPolicy;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;

/** The first start: who holds the link of the server's log becomes the platform admin. Open to all for that reason. */
@Stateless
@PermitAll
public class FirstAdminService {

    private FirstAdmin firstAdmin;
    private Passwords passwords;
    private PasswordPolicy policy;
    private AuditLog audit;

    public FirstAdminService() {} // required by the EJB proxy

    @Inject
    public FirstAdminService(FirstAdmin firstAdmin, Passwords passwords, PasswordPolicy policy, AuditLog audit) {
        this.firstAdmin = firstAdmin;
        this.passwords = passwords;
        this.policy = policy;
        this.audit = audit;
    }

    /** Whether the link can be used. */
    public boolean isOpen(@NotNull String token) {
        return firstAdmin.isOpen(token);
    }

    /**
     * Uses the link up. A wrong link costs no password hash.
     *
     * @return the new account; empty where the link was used, is too old or was never made
     * @throws WeakPasswordException if the password cannot be used
     * @throws EmailTakenException if the email belongs to an account; the link can be used again
     */
    public Optional<AccountId> create(@NotNull @Valid FirstAdminCommand wanted) {
        if (!firstAdmin.isOpen(wanted.token())) {
            return Optional.empty();
        }
        policy.require(wanted.password(), List.of(wanted.name(), wanted.email()), false);
        var created = firstAdmin.create(wanted, passwords.hash(wanted.password()));
        created.ifPresent(admin -> audit.record(
                AuditEvent.done(AuditAction.FIRST_ADMIN_CREATED).by(admin).on("account", admin)));
        return created;
    }
}
