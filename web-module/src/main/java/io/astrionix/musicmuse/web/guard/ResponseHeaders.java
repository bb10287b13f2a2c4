package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.web.shared.SiteOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/** The headers of every answer (R68, ASVS 3.4): what a browser may do with it. */
@ApplicationScoped
public class ResponseHeaders {

    /** Where browsers report what a page tried against its policy. */
    static final String REPORTS = "/csp-report";

    private static final String HSTS_TWO_YEARS = "max-age=63072000; includeSubDomains";

    private static final Map<String, String> SAME_FOR_ALL = Map.of(
            "X-Content-Type-Options", "nosniff",
            // Links in mails hold tokens: no other site learns them. Not "no-referrer", with which browsers send forms
            // with "Origin: null" (Fetch, "append a request Origin header").
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "X-Frame-Options", "DENY",
            "Permissions-Policy",
                    "microphone=(self), midi=(self), publickey-credentials-get=(self), publickey-credentials-create=(self),"
                            + " clipboard-write=(self), autoplay=(self), accelerometer=(), camera=(), clipboard-read=(),"
                            + " display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(),"
                            + " hid=(), idle-detection=(), magnetometer=(), payment=(), picture-in-picture=(),"
                            + " screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()");

    private static final String STATIC = "/resources/";
    private static final String FACES_RESOURCES = "/jakarta.faces.resource/";

    private SiteOrigin siteOrigin;
    private TrustedProxies proxies;

    public ResponseHeaders() {} // required by the proxy

    @Inject
    public ResponseHeaders(SiteOrigin siteOrigin, TrustedProxies proxies) {
        this.siteOrigin = siteOrigin;
        this.proxies = proxies;
    }

    /** Sets all; may be called again for the same answer. */
    void set(HttpServletRequest request, HttpServletResponse response) {
        SAME_FOR_ALL.forEach(response::setHeader);
        response.setHeader(
                "Content-Security-Policy", ContentSecurityPolicy.of(PageNonce.of(request), siteOrigin.of(request)));
        response.setHeader("Cache-Control", caching(request));
        if (proxies.isSecure(request)) {
            response.setHeader("Strict-Transport-Security", HSTS_TWO_YEARS);
        }
    }

    /**
     * Pages are never kept. Faces' resources that carry their version in the address are kept for good, other files are
     * asked for again each time ("no-cache" keeps them, and asks whether they changed).
     */
    private static String caching(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith(FACES_RESOURCES) && hasVersion(request.getQueryString())) {
            return "public, max-age=31536000, immutable";
        }
        return path.startsWith(FACES_RESOURCES) || path.startsWith(STATIC) ? "no-cache" : "no-store";
    }

    private static boolean hasVersion(String query) {
        return query != null && ("&" + query).contains("&v=");
    }
}
