package io.astrionix.musicmuse.web.shared;

import io.astrionix.musicmuse.legal.boundary.KnownCookie;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie that names a browser from which somebody has signed in. Its prefix makes browsers insist on Secure, on this
 * host alone and on the path / (RFC 6265bis, 4.1.3.2).
 */
final class DeviceCookie {

    private static final String NAME = KnownCookie.DEVICE.cookie();
    private static final Duration LIFE = KnownCookie.DEVICE.life().orElseThrow();

    private DeviceCookie() {}

    static Optional<String> get(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Within a request for a page. */
    static void set(String value) {
        var cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setMaxAge(Math.toIntExact(LIFE.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Lax");
        var external = FacesContext.getCurrentInstance().getExternalContext();
        ((HttpServletResponse) external.getResponse()).addCookie(cookie);
    }
}
