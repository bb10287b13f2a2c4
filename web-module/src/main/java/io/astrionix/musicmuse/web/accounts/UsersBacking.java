package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.AccountAdministration;
import io.astrionix.musicmuse.accounts.boundary.AccountFilter;
import io.astrionix.musicmuse.accounts.boundary.AccountRow;
import io.astrionix.musicmuse.accounts.boundary.EmailAddress;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Backs admin/users.xhtml: finding accounts, inviting people. */
@Named
@ViewScoped
public class UsersBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST_PAGE = 100;

    @Inject
    private AccountAdministration administration;

    private final LazyDataModel<AccountRow> rows = new Rows();

    @Size(max = 100)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String text;

    private Role role;
    private Boolean locked;

    @NotBlank
    @EmailAddress
    private String email;

    @NotNull
    private Role invitedAs;

    /** Action: shows the accounts that match. */
    public void search() {
        rows.setWrappedData(null);
    }

    /** Action: sends an invitation. */
    public void invite() {
        administration.invite(email, invitedAs, Messages.locale());
        Messages.info("admin.users.invited", email.strip());
        email = null;
    }

    private AccountFilter filter() {
        return new AccountFilter(text == null ? "" : text, role, locked);
    }

    public LazyDataModel<AccountRow> getRows() {
        return rows;
    }

    /** Staff: all others register themselves. */
    public List<Role> getInvited() {
        return getRoles().stream().filter(Role::needsSecondFactor).toList();
    }

    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public Boolean getLocked() {
        return locked;
    }

    public void setLocked(Boolean locked) {
        this.locked = locked;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Role getInvitedAs() {
        return invitedAs;
    }

    public void setInvitedAs(Role invitedAs) {
        this.invitedAs = invitedAs;
    }

    /** Reads one page of the table at a time. */
    private final class Rows extends LazyDataModel<AccountRow> {

        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return administration.count(filter());
        }

        @Override
        public List<AccountRow> load(
                int first, int pageSize, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            // both come from the browser
            return administration.find(filter(), Math.max(0, first), Math.max(1, Math.min(pageSize, LONGEST_PAGE)));
        }
    }
}
