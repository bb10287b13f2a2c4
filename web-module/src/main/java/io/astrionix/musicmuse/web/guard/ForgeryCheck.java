package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.web.shared.SiteOrigin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a request that may change something, or opens a socket, was made by a page of ours. Browsers name the
 * page's origin in {@code Origin} and its relation to us in {@code Sec-Fetch-Site} (W3C Fetch Metadata), and let no page
 * set either. Stands beside the Faces view state, which guards postbacks only (ASVS 3.5.1, 4.4.2).
 */
@ApplicationScoped
public class ForgeryCheck {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final String SOCKETS = "/ws/";

    private SiteOrigin siteOrigin;

    public ForgeryCheck() {} // required by the proxy

    @Inject
    public ForgeryCheck(SiteOrigin siteOrigin) {
        this.siteOrigin = siteOrigin;
    }

    boolean isForged(HttpServletRequest request) {
        var origins = Collections.list(request.getHeaders("Origin"));
        var sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
        boolean ours = origins.size() == 1
                && siteOrigin.of(request).filter(origins.get(0)::equals).isPresent();
        if (opensSocket(request)) {
            return !ours || sites.contains("cross-site");
        }
        return !SAFE.contains(request.getMethod()) && !isOwnPost(ours, origins, sites);
    }

    private static boolean opensSocket(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"))
                || request.getServletPath().startsWith(SOCKETS);
    }

    /**
     * Where both headers are there, both must say that it is us. Neither: no browser of this decade, or somebody took
     * them out on the way.
     */
    static boolean isOwnPost(boolean ours, List<String> origins, List<String> sites) {
        return switch (sites.size()) {
            case 0 -> ours;
            case 1 ->
                switch (sites.get(0)) {
                    case "same-origin" -> ours || origins.isEmpty();
                    case "none" -> ours;
                    default -> false;
                };
            default -> false;
        };
    }
}
