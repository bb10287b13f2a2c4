package io.astrionix.musicmuse.web.legal;

import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.boundary.LegalNotices;
import io.astrionix.musicmuse.legal.boundary.LegalPage;
import io.astrionix.musicmuse.legal.boundary.LegalPages;
import io.astrionix.musicmuse.web.shared.Messages;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Backs legal/privacy.xhtml, legal/cookies.xhtml and legal/terms.xhtml: a document in its newest or an older version. */
@Named
@RequestScoped
public class LegalDocumentBacking {

    @Inject
    private LegalPages pages;

    @Inject
    private LegalNotices notices;

    @Inject
    private SignedIn signedIn;

    /** Null: the newest. */
    private Integer version;

    private LegalPage page;

    /** View action: a version that is not there is no page. Whoever is signed in has been shown it from now on (R79). */
    public void open(LegalDocument document) throws IOException {
        page = pages.page(document, Optional.ofNullable(version), Messages.locale())
                .orElse(null);
        if (page == null) {
            var faces = FacesContext.getCurrentInstance();
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            faces.responseComplete();
        } else if (signedIn.isPresent()) {
            notices.shown(signedIn.account(), page.version());
        }
    }

    public LegalPage getPage() {
        return page;
    }

    /** Whether a newer version is published. */
    public boolean isOlder() {
        return !page.versions().isEmpty()
                && page.versions().get(0).number() != page.version().number();
    }

    /** Whether there is a version before it. */
    public boolean isChanged() {
        return page.version().isPublished() && getBefore() > 0;
    }

    /** The number of the published version before it; 0 where there is none. */
    public int getBefore() {
        return page.versions().stream()
                .mapToInt(published -> published.number())
                .filter(number -> number < page.version().number())
                .max()
                .orElse(0);
    }

    public Integer getVersion() {
        return version;
    }

    public void setVersion(Integer version) {
        this.version = version;
    }
}
