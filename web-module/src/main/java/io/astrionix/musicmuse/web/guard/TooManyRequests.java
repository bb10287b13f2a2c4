package io.astrionix.musicmuse.web.guard;

import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The answer to who is over a limit: the page of status 429, which says when to come back. */
@ApplicationScoped
public class TooManyRequests {

    /** RFC 6585; the servlet API has no name for it. */
    private static final int STATUS = 429;

    private RequestLimits limits;

    public TooManyRequests() {} // required by the proxy

    @Inject
    public TooManyRequests(RequestLimits limits) {
        this.limits = limits;
    }

    /** Answers and nothing else; a Faces action calls {@code responseComplete()} afterwards. */
    public void answer(Limit limit, HttpServletResponse response) throws IOException {
        long seconds = Math.max(1, limits.longestWait(limit).toSeconds());
        response.setHeader("Retry-After", Long.toString(seconds));
        response.sendError(STATUS);
    }
}
