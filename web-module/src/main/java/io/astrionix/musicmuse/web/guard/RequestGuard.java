package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.shared.Doors;
import io.astrionix.musicmuse.shared.RequestOrigin;
import io.astrionix.musicmuse.shared.RequestOrigin.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * The first of our code that a request meets: sets the answer's headers, writes down where the request comes from, and
 * refuses what no page of ours sends. Called by the authentication mechanism, which containers ask before any filter,
 * and by the filter, for whatever comes without.
 */
@ApplicationScoped
public class RequestGuard {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private ResponseHeaders headers;
    private TrustedProxies proxies;
    private HttpsOnly httpsOnly;
    private RequestOrigin origin;
    private ForgeryCheck forgery;
    private RefusalNotes notes;

    public RequestGuard() {} // required by the proxy

    @Inject
    public RequestGuard(
            ResponseHeaders headers,
            TrustedProxies proxies,
            HttpsOnly httpsOnly,
            RequestOrigin origin,
            ForgeryCheck forgery,
            RefusalNotes notes) {
        this.headers = headers;
        this.proxies = proxies;
        this.httpsOnly = httpsOnly;
        this.origin = origin;
        this.forgery = forgery;
        this.notes = notes;
    }

    /**
     * Answers whoever asks for a page without TLS where there must be TLS.
     *
     * @return whether the request is answered
     */
    public boolean sendToTls(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!httpsOnly.isRedirected(request)) {
            return false;
        }
        headers.set(request, response);
        httpsOnly.redirect(request, response);
        return true;
    }

    /**
     * Looks at a request; a second look does no harm.
     *
     * @return the HTTP status that refuses it: 400, 405, 403, 411 or 413; 503 as long as nobody is served
     */
    public Optional<Integer> refusal(HttpServletRequest request, HttpServletResponse response) {
        headers.set(request, response);
        if (Doors.areShut()) {
            return Optional.of(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        if (origin.get().equals(Origin.INTERNAL)) {
            origin.set(new Origin(
                    Optional.of(proxies.client(request)),
                    ClientDevice.words(request.getHeader("User-Agent")),
                    Optional.empty()));
        }
        var doubtful = Framing.refusal(request, response);
        if (doubtful.isPresent()) {
            return doubtful;
        }
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, POST");
            return Optional.of(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        if (httpsOnly.isBroken(request)) {
            return Optional.of(HttpServletResponse.SC_FORBIDDEN);
        }
        if (forgery.isForged(request)) {
            notes.forged(request);
            return Optional.of(HttpServletResponse.SC_FORBIDDEN);
        }
        return BodySize.refusal(request);
    }

    /** Writes down that the container refused the request, if that is why its error page is shown. */
    void noteDenial(HttpServletRequest request) {
        if (Integer.valueOf(HttpServletResponse.SC_FORBIDDEN)
                .equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))) {
            notes.denied(request);
        }
    }

    /** Sets the headers again, after something took them off. */
    void restoreHeaders(HttpServletRequest request, HttpServletResponse response) {
        headers.set(request, response);
    }
}
