package io.astrionix.musicmuse.web.practice;

import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.practice.boundary.JudgedBy;
import io.astrionix.musicmuse.practice.boundary.JudgedNoteView;
import io.astrionix.musicmuse.practice.boundary.PracticeService;
import io.astrionix.musicmuse.practice.boundary.SessionDetail;
import io.astrionix.musicmuse.practice.boundary.SessionNotFoundException;
import io.astrionix.musicmuse.practice.boundary.SessionView;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Backs practice/session.xhtml: one take with the verdict on each note. */
@Named
@ViewScoped
public class PracticeSessionBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PracticeService practice;

    @Inject
    private ExerciseCatalog catalog;

    @Inject
    private SignedIn signedIn;

    private String id;
    private transient SessionDetail detail;

    /** View action: finds the take; "not there" and "not yours" are the same answer. */
    public void open() throws IOException {
        try {
            find();
        } catch (IllegalArgumentException | SessionNotFoundException notThere) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        }
    }

    /** Action: scores the take by today's rules, and shows what became of it. */
    public String scoreAgain() {
        var session = getSession().id();
        practice.scoreAgain(signedIn.account(), session);
        return "/practice/session.xhtml?faces-redirect=true&again=yes&id=" + session;
    }

    private SessionDetail find() {
        if (detail == null) {
            detail = practice.detail(signedIn.account(), UUID.fromString(id == null ? "" : id));
        }
        return detail;
    }

    public SessionView getSession() {
        return find().session();
    }

    /** Whether the take has a key and its notes have pitches. */
    public boolean isPitched() {
        return catalog.hasPitch(getSession().instrumentId());
    }

    public List<JudgedNoteView> getNotes() {
        return find().notes();
    }

    public JudgedBy getJudgedBy() {
        return find().judgedBy();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
