package io.astrionix.musicmuse.web.practice;

import io.astrionix.musicmuse.practice.boundary.JudgedNoteView;
import io.astrionix.musicmuse.practice.boundary.PracticeService;
import io.astrionix.musicmuse.practice.boundary.SessionDetail;
import io.astrionix.musicmuse.practice.boundary.SessionNotFoundException;
import io.astrionix.musicmuse.practice.boundary.SessionView;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Backs practice/session.xhtml: one take with the verdict on each note. */
@Named
@RequestScoped
public class PracticeSessionBacking {

    @Inject
    private PracticeService practice;

    @Inject
    private SignedIn signedIn;

    private String id;
    private SessionDetail detail;

    /** View action: finds the take; "not there" and "not yours" are the same answer. */
    public void open() throws IOException {
        try {
            detail = practice.detail(signedIn.account(), UUID.fromString(id == null ? "" : id));
        } catch (IllegalArgumentException | SessionNotFoundException notThere) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        }
    }

    public SessionView getSession() {
        return detail.session();
    }

    public List<JudgedNoteView> getNotes() {
        return detail.notes();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
