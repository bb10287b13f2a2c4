package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountChanges;
import io.astrionix.musicmuse.accounts.control.AccountSearch;
import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.accounts.control.Invitations;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What those who run the installation do with accounts. What takes something away takes effect on the next request
 * (ASVS 8.3.2): the account's sign-ins end.
 */
@Stateless
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
public class AccountAdministration {

    private Caller caller;
    private AccountSearch search;
    private AccountChanges changes;
    private Invitations invitations;
    private AuditLog audit;

    public AccountAdministration() {} // required by the EJB proxy

    @Inject
    public AccountAdministration(
            Caller caller, AccountSearch search, AccountChanges changes, Invitations invitations, AuditLog audit) {
        this.caller = caller;
        this.search = search;
        this.changes = changes;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Newest first. */
    public List<AccountRow> find(@NotNull @Valid AccountFilter filter, @Min(0) int first, @Min(1) @Max(100) int count) {
        return search.find(filter, first, count).stream().map(AccountRow::of).toList();
    }

    /** Empty if there is none. */
    public Optional<AccountRow> account(@NotNull AccountId id) {
        return search.find(id).map(AccountRow::of);
    }

    public int count(@NotNull @Valid AccountFilter filter) {
        return search.count(filter);
    }

    /**
     * Sends an invitation, and says the same whether the email has an account or not.
     *
     * @throws CredentialNotFreshException if the administrator's credential is not fresh
     * @throws RoleNotInvitedException for learners and guardians: who they are, and how old, is asked when they register
     */
    public void invite(@NotNull @EmailAddress String email, @NotNull Role role, @NotNull Locale language) {
        caller.requireFreshCredential();
        if (!role.needsSecondFactor()) {
            throw new RoleNotInvitedException();
        }
        invitations.send(email, role, language);
        audit.record(AuditEvent.done(AuditAction.ACCOUNT_INVITED)
                .by(caller.account().id())
                .withPersonal("email", Account.canonical(email))
                .with("role", role));
    }

    /** @throws CredentialNotFreshException if the administrator's credential is not fresh */
    public void grant(@NotNull AccountId id, @NotNull Role role) {
        caller.requireFreshCredential();
        changes.grant(caller.account(), id, role);
    }

    /**
     * @throws CredentialNotFreshException if the administrator's credential is not fresh
     * @throws OwnAdministrationException if nobody would run the installation then
     */
    public void revoke(@NotNull AccountId id, @NotNull Role role) {
        caller.requireFreshCredential();
        if (role == Role.PLATFORM_ADMIN && search.countOthers(role, id) == 0) {
            throw new OwnAdministrationException();
        }
        changes.revoke(caller.account(), id, role);
    }

    /**
     * @param reason for the audit log
     * @return whether there was something to lock: only an active account can be used
     * @throws OwnAdministrationException if it is the administrator's own account
     */
    public boolean lock(
            @NotNull AccountId id, @NotBlank @Size(max = 200) @Pattern(regexp = "\\P{Cntrl}*") String reason) {
        var admin = caller.account();
        if (admin.id().equals(id)) {
            throw new OwnAdministrationException();
        }
        return changes.lock(admin, id, reason);
    }

    /** @return false where it was not locked, or a guardian has withdrawn: nobody else can give that consent */
    public boolean unlock(@NotNull AccountId id) {
        return changes.unlock(caller.account(), id);
    }

    /** Signs the account out everywhere. */
    public void endSignIns(@NotNull AccountId id) {
        changes.endSignIns(caller.account(), id, SignInEnd.ENDED_BY_ADMIN);
    }

    /**
     * Takes authenticator app, recovery codes and passkeys away, for whoever lost all of them, and tells the owner.
     *
     * @throws CredentialNotFreshException if the administrator's credential is not fresh
     */
    public void resetSecondFactor(@NotNull AccountId id) {
        caller.requireFreshCredential();
        changes.resetSecondFactor(caller.account(), id);
    }
}
