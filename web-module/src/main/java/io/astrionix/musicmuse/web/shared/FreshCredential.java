package io.astrionix.musicmuse.web.shared;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks who it is once more, and comes back to the page that needed it. */
public final class FreshCredential {

    private static final String PAGE = "/account/confirm.xhtml";

    private FreshCredential() {}

    /** Sends the user from the page of this request to the one that asks; what the page's address names is kept. */
    public static void ask() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var external = faces.getExternalContext();
        var context = external.getRequestContextPath();
        var page = faces.getApplication()
                .getViewHandler()
                .getBookmarkableURL(faces, faces.getViewRoot().getViewId(), Map.of(), true);
        var next = page.startsWith(context) ? page.substring(context.length()) : page;
        external.redirect(context + PAGE + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }
}
