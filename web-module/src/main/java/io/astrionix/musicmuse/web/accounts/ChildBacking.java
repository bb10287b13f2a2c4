package io.astrionix.musicmuse.web.accounts;

import io.astrionix.musicmuse.accounts.boundary.ChildNotFoundException;
import io.astrionix.musicmuse.accounts.boundary.ChildView;
import io.astrionix.musicmuse.accounts.boundary.GuardianService;
import io.astrionix.musicmuse.privacy.boundary.StoredRecords;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** Backs guardian/child.xhtml: what is stored about one child, and what its guardian can do about it. */
@Named
@ViewScoped
public class ChildBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private GuardianService guardians;

    private String id;
    private transient ChildView child;
    private transient List<StoredRecords> stored;
    private boolean aiDisclosure;

    /** View action: finds the child; "not there" and "not yours" are the same answer. */
    public void open() throws IOException {
        try {
            child = guardians.child(UUID.fromString(id == null ? "" : id));
            stored = guardians.stored(child.id());
            aiDisclosure = child.aiDisclosure();
        } catch (IllegalArgumentException | ChildNotFoundException notThere) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        }
    }

    /** Action: keeps the switch. */
    public String save() {
        guardians.discloseToAi(UUID.fromString(id), aiDisclosure);
        return "/guardian/child.xhtml?faces-redirect=true&saved=yes&id=" + id;
    }

    /** Action: sends the file. */
    public void export() throws IOException {
        var json = guardians.export(UUID.fromString(id));
        Faces.sendFile(json.getBytes(StandardCharsets.UTF_8), "musicmuse-export.json", true);
    }

    /** Action: withdraws the consent. */
    public String withdraw() {
        guardians.withdraw(UUID.fromString(id));
        return "/guardian/index.xhtml?faces-redirect=true&withdrawn=yes";
    }

    public ChildView getChild() {
        if (child == null) {
            child = guardians.child(UUID.fromString(id));
        }
        return child;
    }

    public List<StoredRecords> getStored() {
        if (stored == null) {
            stored = guardians.stored(UUID.fromString(id));
        }
        return stored;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public boolean isAiDisclosure() {
        return aiDisclosure;
    }

    public void setAiDisclosure(boolean aiDisclosure) {
        this.aiDisclosure = aiDisclosure;
    }
}
