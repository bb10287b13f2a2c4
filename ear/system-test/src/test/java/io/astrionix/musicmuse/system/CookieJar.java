package io.astrionix.musicmuse.system;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Cookies of one site. Java's own would send no Secure cookie to http://127.0.0.1, which browsers trust like https.
 * Every cookie of ours is {@code __Host-}: for this host and every path.
 */
final class CookieJar {

    private final Map<String, String> cookies = new TreeMap<>();

    /** @param setCookie a Set-Cookie header */
    synchronized void keep(String setCookie) {
        var parts = setCookie.split(";");
        var pair = parts[0].strip();
        var name = pair.substring(0, pair.indexOf('='));
        boolean ends = setCookie.toLowerCase(Locale.ROOT).contains("max-age=0");
        if (ends) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
        }
    }

    /** The Cookie header; empty without cookies. */
    synchronized String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
