package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Where the site's origin is one with TLS, nothing is done or shown without (R68, ASVS 12.2.1). */
@ApplicationScoped
public class HttpsOnly {

    /** Unlike 301 it never turns a method into another (RFC 9110, 15.4.9). */
    private static final int PERMANENT_REDIRECT = 308;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private Settings settings;
    private TrustedProxies proxies;

    public HttpsOnly() {} // required by the proxy

    @Inject
    public HttpsOnly(Settings settings, TrustedProxies proxies) {
        this.settings = settings;
        this.proxies = proxies;
    }

    /** Whether the request came as it must not. */
    boolean isBroken(HttpServletRequest request) {
        return originWithTls().isPresent() && !proxies.isSecure(request);
    }

    /**
     * Sends whoever typed the address without {@code https} to the same page with it. A form or a socket is not sent
     * again: its content has been readable on the way, and the page it belongs to must learn that.
     *
     * @return whether the request is answered with that
     */
    boolean redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isBroken(request)
                || !READING.contains(request.getMethod())
                || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            return false;
        }
        var path = request.getRequestURI().startsWith("/") ? request.getRequestURI() : "/";
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.resetBuffer();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader("Location", originWithTls().orElseThrow() + path + query);
        response.setContentLength(0);
        response.flushBuffer();
        return true;
    }

    private Optional<String> originWithTls() {
        return settings.text(Setting.SITE_ORIGIN).filter(origin -> origin.startsWith("https:"));
    }
}
