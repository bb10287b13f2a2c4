package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        return settings.originWithTls().isPresent() && !proxies.isSecure(request);
    }

    /**
     * Whether a broken request is answered by {@link #redirect}. A form or a socket is not sent again: its content has been
     * readable on the way, and the page it belongs to must learn that.
     */
    boolean isRedirected(HttpServletRequest request) {
        return isBroken(request)
                && READING.contains(request.getMethod())
                && !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    /** Sends whoever typed the address without {@code https} to the same page with it. */
    void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI().startsWith("/") ? request.getRequestURI() : "/";
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.resetBuffer();
        response.setStatus(PERMANENT_REDIRECT);
        response.setHeader("Location", settings.originWithTls().orElseThrow() + path + query);
        response.setContentLength(0);
        response.flushBuffer();
    }
}
