package io.astrionix.musicmuse.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;

/**
 * How much a request may bring. Told by its Content-Length, which every browser sends with a form and which the container
 * holds it to; without one it is not read at all.
 */
final class BodySize {

    /** Forms hold what somebody typed: the view state stays in the server. */
    private static final long LONGEST_FORM = 256L * 1024;

    /** Pictures and files: each page has its own, smaller, limit. */
    private static final long LONGEST_UPLOAD = 8L * 1024 * 1024;

    private BodySize() {}

    /** The HTTP status that refuses the request: 411 or 413. */
    static Optional<Integer> refusal(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return Optional.empty();
        }
        long length = request.getContentLengthLong();
        if (length < 0) {
            return Optional.of(HttpServletResponse.SC_LENGTH_REQUIRED);
        }
        return length > longest(request)
                ? Optional.of(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE)
                : Optional.empty();
    }

    private static long longest(HttpServletRequest request) {
        var type = request.getContentType();
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        return upload ? LONGEST_UPLOAD : LONGEST_FORM;
    }
}
