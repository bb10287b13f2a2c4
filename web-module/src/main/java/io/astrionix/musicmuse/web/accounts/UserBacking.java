package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.AccountAdministration;
import io.astrionix.musicmuse.accounts.boundary.AccountRow;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Backs admin/user.xhtml: one account, and what an administrator may do with it. */
@Named
@RequestScoped
public class UserBacking {

    @Inject
    private AccountAdministration administration;

    private UUID id;
    private Optional<AccountRow> row;

    @Size(max = 200)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String reason;

    /** View action: an account that is not there is no page. */
    public void open() throws IOException {
        if (id == null || getRow() == null) {
            var context = FacesContext.getCurrentInstance();
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
            context.responseComplete();
        }
    }

    /** Action: gives a role. */
    public void grant(Role role) {
        administration.grant(account(), role);
        changed();
    }

    /** Action: takes a role away. */
    public void revoke(Role role) {
        administration.revoke(account(), role);
        changed();
    }

    /** Action: locks the account, for a reason. */
    public void lock() {
        if (reason == null || reason.isBlank()) {
            Messages.error("admin.user.reasonMissing");
            return;
        }
        administration.lock(account(), reason.strip());
        changed();
    }

    /** Action: opens a locked account. */
    public void unlock() {
        administration.unlock(account());
        changed();
    }

    /** Action: signs the account out everywhere. */
    public void endSignIns() {
        administration.endSignIns(account());
        changed();
    }

    /** Action: takes every second factor away. */
    public void resetSecondFactor() {
        administration.resetSecondFactor(account());
        changed();
    }

    private void changed() {
        row = null;
        Messages.info("admin.user.changed");
    }

    private AccountId account() {
        return new AccountId(id);
    }

    /** The account; null where there is none. */
    public AccountRow getRow() {
        if (row == null) {
            row = administration.account(account());
        }
        return row.orElse(null);
    }

    /** The roles that the account does not have. */
    public List<Role> getOtherRoles() {
        return Stream.of(Role.values())
                .filter(role -> !getRow().roles().contains(role))
                .toList();
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
