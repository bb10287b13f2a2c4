package io.astrionix.musicmuse.web.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Sends a browser elsewhere on this site, by path alone (RFC 9110, 10.2.2): servers would put the host in front that the
 * request names, which anybody can forge, and a page in a charset of their own behind.
 */
public final class Redirect {

    private Redirect() {}

    /** @param address as in a link: a path, or a whole address */
    public static void to(String address, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", response.encodeRedirectURL(address));
        response.setContentLength(0);
        response.flushBuffer();
    }
}
