package io.astrionix.musicmuse.web.accounts;

import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Redirects to pages of this site. */
final class Redirect {

    private Redirect() {}

    /** @param path from the site's root, beginning with a slash */
    static void to(String path) throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + path);
    }
}
