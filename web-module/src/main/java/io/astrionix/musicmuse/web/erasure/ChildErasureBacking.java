package io.astrionix.musicmuse.web.erasure;

import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.erasure.boundary.ChildErasure;
import io.astrionix.musicmuse.erasure.boundary.NotAChildException;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.web.shared.FreshCredential;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;

/** Backs admin/child.xhtml: the account of somebody under 13 without a consent is found, looked at and erased (R60). */
@Named
@ViewScoped
public class ChildErasureBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ChildErasure children;

    @Inject
    private CredentialService credentials;

    @NotBlank
    @Size(max = 254)
    @Pattern(regexp = "\\P{Cntrl}*")
    private String email;

    private UUID found;
    private String name;
    private String address;
    private boolean sure;

    /** View action: the password first, then the page. */
    public void requireFresh() throws IOException {
        if (!credentials.isFresh()) {
            FreshCredential.ask();
        }
    }

    /** Action: looks for the account. */
    public void find() {
        forget();
        var holder = children.find(email).orElseThrow(() -> new NotAChildException(NotAChildException.Reason.NOBODY));
        found = holder.id().value();
        name = holder.name();
        address = holder.email();
    }

    /** Action: erases the account that was found. */
    public void erase() {
        if (found == null) {
            return;
        }
        if (!sure) {
            Messages.error("child.notSure");
            return;
        }
        var outcome = children.erase(new AccountId(found));
        forget();
        email = null;
        Messages.info(outcome.isHeld() ? "child.held" : outcome.pending() ? "child.pending" : "child.done");
    }

    private void forget() {
        found = null;
        name = null;
        address = null;
        sure = false;
    }

    public boolean isFound() {
        return found != null;
    }

    public String getName() {
        return name;
    }

    /** The one on file. */
    public String getAddress() {
        return address;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public boolean isSure() {
        return sure;
    }

    public void setSure(boolean sure) {
        this.sure = sure;
    }
}
