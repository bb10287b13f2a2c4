package io.astrionix.musicmuse.web.privacy;

import io.astrionix.musicmuse.privacy.boundary.ExportView;
import io.astrionix.musicmuse.privacy.boundary.OwnExport;
import io.astrionix.musicmuse.privacy.boundary.OwnRequests;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Backs account/privacy.xhtml: what the caller has asked for about the own data, and may ask for. */
@Named
@RequestScoped
public class RequestsBacking {

    private static final String AGAIN = "/account/privacy.xhtml?faces-redirect=true&done=";

    /** Deletions have a page of their own. */
    private static final List<RequestKind> KINDS = Arrays.stream(RequestKind.values())
            .filter(kind -> !kind.isDeletion())
            .toList();

    @Inject
    private OwnRequests requests;

    @Inject
    private OwnExport exports;

    @NotNull
    private RequestKind kind = RequestKind.CORRECTION;

    @Size(max = 2000)
    private String note;

    private List<RequestView> mine;

    /** Action: asks for the file with everything. */
    public String export() {
        requests.ask(RequestKind.ACCESS, "");
        return AGAIN + "asked";
    }

    /** Action: asks for anything else. */
    public String ask() {
        requests.ask(kind, note == null ? "" : note.strip());
        return AGAIN + "asked";
    }

    /** Action: calls a request off. */
    public String cancel(UUID id) {
        requests.cancel(id);
        return AGAIN + "cancelled";
    }

    public List<RequestView> getMine() {
        if (mine == null) {
            mine = requests.mine();
        }
        return mine;
    }

    /** The file that waits; null where there is none. */
    public ExportView getFile() {
        return exports.available().orElse(null);
    }

    public List<RequestKind> getKinds() {
        return KINDS;
    }

    public RequestKind getKind() {
        return kind;
    }

    public void setKind(RequestKind kind) {
        this.kind = kind;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
