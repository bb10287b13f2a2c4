package io.astrionix.musicmuse.web.legal;

import io.astrionix.musicmuse.legal.boundary.LegalNotices;
import io.astrionix.musicmuse.legal.boundary.LegalVersionView;
import io.astrionix.musicmuse.web.shared.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Backs the notices above each page: of changed texts, until they are put away (R78). */
@Named
@RequestScoped
public class LegalNoticeBacking {

    @Inject
    private LegalNotices notices;

    @Inject
    private SignedIn signedIn;

    private List<LegalVersionView> open;

    /** Nothing for strangers. */
    public List<LegalVersionView> getOpen() {
        if (open == null) {
            open = signedIn.isPresent() ? notices.open(signedIn.account()) : List.of();
        }
        return open;
    }

    /** Action: puts a notice away. */
    public void dismiss(LegalVersionView version) {
        notices.dismiss(signedIn.account(), version.document(), version.number());
        open = null;
    }
}
