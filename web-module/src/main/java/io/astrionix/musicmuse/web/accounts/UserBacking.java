package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.AccountAdministration;
import io.astrionix.musicmuse.accounts.boundary.AccountRow;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Backs admin/user.xhtml: one account, and what an administrator may do with it. */
@Named
@ViewScoped
public class UserBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AccountAdministration administration;

    private String id;
    private AccountRow row;

    @Size(max = 200)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String reason;

    /** View action: an account that is not there is no page. */
    public void open() throws IOException {
        row = find().orElse(null);
        if (row == null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        }
    }

    /** Action: gives a role. */
    public void grant(Role role) {
        administration.grant(row.id(), role);
        changed();
    }

    /** Action: takes a role away. */
    public void revoke(Role role) {
        administration.revoke(row.id(), role);
        changed();
    }

    /** Action: locks the account, for a reason. */
    public void lock() {
        if (reason == null || reason.isBlank()) {
            Messages.error("admin.user.reasonMissing");
            return;
        }
        tell(administration.lock(row.id(), reason.strip()), "admin.user.notOpen");
    }

    /** Action: opens a locked account. */
    public void unlock() {
        tell(administration.unlock(row.id()), "admin.user.notLocked");
    }

    /** Action: signs the account out everywhere. */
    public void endSignIns() {
        administration.endSignIns(row.id());
        changed();
    }

    /** Action: takes every second factor away. */
    public void resetSecondFactor() {
        administration.resetSecondFactor(row.id());
        changed();
    }

    private void tell(boolean done, String otherwise) {
        if (done) {
            changed();
        } else {
            Messages.error(otherwise);
        }
    }

    private void changed() {
        row = administration.account(row.id()).orElse(row);
        Messages.info("admin.user.changed");
    }

    public AccountRow getRow() {
        return row;
    }

    private Optional<AccountRow> find() {
        try {
            return administration.account(AccountId.of(id == null ? "" : id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** The roles that the account does not have. */
    public List<Role> getOtherRoles() {
        return Stream.of(Role.values())
                .filter(role -> !row.roles().contains(role))
                .toList();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
