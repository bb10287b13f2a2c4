package io.astrionix.musicmuse.web.support;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** Answers of pages that show one record. */
final class NotFound {

    private static final String UUID_TEXT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private NotFound() {}

    /** The page is not there. */
    static void answer() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        faces.responseComplete();
    }

    /** The id that a page was opened with; the id of nothing where it is none. */
    static UUID id(String text) {
        return text != null && text.matches(UUID_TEXT) ? UUID.fromString(text) : new UUID(0, 0);
    }
}
