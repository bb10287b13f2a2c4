package io.astrionix.musicmuse.shared;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Scheme and host under which users see the site (RFC 6454). */
final class SiteOrigin {

    /** Browsers trust what never leaves the machine; everything else can be listened to. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private SiteOrigin() {}

    /**
     * @return as browsers write it: in small letters and without the scheme's own port; empty if it was
     * @throws IllegalArgumentException if it is more or less than an origin, or without TLS for other machines
     */
    static String parse(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var uri = URI.create(text);
        boolean plain = uri.getHost() != null
                && (uri.getRawPath() == null || uri.getRawPath().isEmpty())
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!plain || !isSafe(uri)) {
            throw new IllegalArgumentException("not an origin");
        }
        return normalised(uri);
    }

    private static boolean isSafe(URI uri) {
        return "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme())
                        && THIS_MACHINE.contains(uri.getHost().toLowerCase(Locale.ROOT)));
    }

    private static String normalised(URI uri) {
        int ownPort = "https".equals(uri.getScheme()) ? 443 : 80;
        var port = uri.getPort() == -1 || uri.getPort() == ownPort ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
