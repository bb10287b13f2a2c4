package io.astrionix.musicmuse.web.guard;

import java.util.Optional;

/** What a page of ours may load and run: its own files, and the inline scripts that carry the request's nonce. */
final class ContentSecurityPolicy {

    private ContentSecurityPolicy() {}

    /**
     * @param nonce of this answer only
     * @param origin of our pages, such as https://music.example.org
     */
    static String of(String nonce, Optional<String> origin) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'nonce-" + nonce + "'",
                "style-src 'self'",
                // PrimeFaces and the score write style attributes; style elements stay forbidden.
                "style-src-attr 'unsafe-inline'",
                "img-src 'self' data:",
                "font-src 'self'",
                // 'self' alone does not mean the socket in every browser.
                "connect-src 'self'" + origin.map(ContentSecurityPolicy::socket).orElse(""),
                "media-src 'self'",
                "worker-src 'self'",
                "form-action 'self'",
                "object-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "report-uri " + ResponseHeaders.REPORTS);
    }

    private static String socket(String origin) {
        return " " + origin.replaceFirst("^http", "ws");
    }
}
