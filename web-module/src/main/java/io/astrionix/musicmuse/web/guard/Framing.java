package io.astrionix.musicmuse.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where a request ends must be beyond doubt, or what follows it could be another request than the proxy in front saw
 * (RFC 9112, 6.1 and 6.3). Servers read doubtful ones in ways of their own, and Payara hides a length that came beside
 * chunks. Browsers send us no chunks: the connection ends with the first.
 */
final class Framing {

    private static final String CODING = "Transfer-Encoding";

    private Framing() {}

    /** The HTTP status that refuses the request, 400 or 411; the answer then says that the connection ends. */
    static Optional<Integer> refusal(HttpServletRequest request, HttpServletResponse response) {
        var codings = Collections.list(request.getHeaders(CODING));
        if (codings.isEmpty()) {
            return Optional.empty();
        }
        response.setHeader("Connection", "close");
        boolean chunks = codings.equals(List.of("chunked")) && request.getHeader("Content-Length") == null;
        return Optional.of(chunks ? HttpServletResponse.SC_LENGTH_REQUIRED : HttpServletResponse.SC_BAD_REQUEST);
    }
}
