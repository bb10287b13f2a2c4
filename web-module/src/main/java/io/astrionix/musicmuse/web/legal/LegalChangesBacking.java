package io.astrionix.musicmuse.web.legal;

import io.astrionix.musicmuse.legal.boundary.DiffLine;
import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.boundary.LegalPages;
import io.astrionix.musicmuse.web.shared.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Backs legal/changes.xhtml: what a version of a document changed against an older one (R79). */
@Named
@RequestScoped
public class LegalChangesBacking {

    @Inject
    private LegalPages pages;

    private String document;
    private Integer from;
    private Integer to;
    private List<DiffLine> lines;

    /** View action: versions that are not there are no page. */
    public void open() throws IOException {
        lines = find().flatMap(known -> pages.changes(known, from, to, Messages.locale()))
                .orElse(null);
        if (lines == null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        }
    }

    private Optional<LegalDocument> find() {
        return LegalDocument.texts().stream()
                .filter(known -> known.path().equals(document) && from != null && to != null)
                .findFirst();
    }

    public List<DiffLine> getLines() {
        return lines;
    }

    public String getTitle() {
        return find().map(known -> Messages.text("legal.document." + known)).orElse("");
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }

    public Integer getFrom() {
        return from;
    }

    public void setFrom(Integer from) {
        this.from = from;
    }

    public Integer getTo() {
        return to;
    }

    public void setTo(Integer to) {
        this.to = to;
    }
}
