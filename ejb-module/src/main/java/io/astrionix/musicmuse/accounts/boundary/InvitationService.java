package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.Invitations;
import io.astrionix.musicmuse.accounts.control.PasswordPolicy;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** Takes invitations. Open to all: whoever has the link has the mailbox it went to. */
@Stateless
@PermitAll
public class InvitationService {

    private Invitations invitations;
    private Passwords passwords;
    private PasswordPolicy policy;
    private AuditLog audit;

    public InvitationService() {} // required by the EJB proxy

    @Inject
    public InvitationService(Invitations invitations, Passwords passwords, PasswordPolicy policy, AuditLog audit) {
        this.invitations = invitations;
        this.passwords = passwords;
        this.policy = policy;
        this.audit = audit;
    }

    /** The email an invitation went to; empty where it cannot be taken. */
    public Optional<String> emailOf(@NotNull @Size(max = 100) String token) {
        return invitations.emailOf(token);
    }

    /**
     * Makes the account. A wrong link costs no password hash.
     *
     * @throws WeakPasswordException if the password cannot be used
     * @return false where the invitation cannot be taken, for whatever reason
     */
    public boolean take(@NotNull @Valid InvitationCommand taken) {
        var email = invitations.emailOf(taken.token());
        if (email.isEmpty()) {
            return false;
        }
        policy.require(taken.password(), List.of(taken.name(), email.get()), false);
        var account = invitations.take(taken.token(), taken.name().strip(), passwords.hash(taken.password()));
        account.ifPresent(made -> audit.record(AuditEvent.done(AuditAction.REGISTERED)
                .by(made.id())
                .on("account", made.id())
                .with("by", "invitation")));
        return account.isPresent();
    }
}
