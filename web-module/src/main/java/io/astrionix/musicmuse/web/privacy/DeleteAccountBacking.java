package io.astrionix.musicmuse.web.privacy;

import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.privacy.boundary.OwnRequests;
import io.astrionix.musicmuse.privacy.boundary.StoredRecords;
import io.astrionix.musicmuse.web.shared.FreshCredential;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;

/** Backs account/delete.xhtml: what a deletion takes away, and the deletion (R52). */
@Named
@RequestScoped
public class DeleteAccountBacking {

    @Inject
    private OwnRequests requests;

    @Inject
    private CredentialService credentials;

    @NotBlank
    @Size(max = 320)
    private String typed;

    private List<StoredRecords> lost;

    /** View action: the password first, then the page. */
    public void requireFresh() throws IOException {
        if (!credentials.isFresh()) {
            FreshCredential.ask();
        }
    }

    /** Action: begins the deletion, which ends all sign-ins, this one too: the next page is a stranger's. */
    public String delete() {
        requests.delete(typed);
        return "/index.xhtml?faces-redirect=true&deletion=asked";
    }

    /** How much there is, by kind. */
    public List<StoredRecords> getLost() {
        if (lost == null) {
            lost = requests.stored();
        }
        return lost;
    }

    /** What has to be typed. */
    public String getEmail() {
        return credentials.email();
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
