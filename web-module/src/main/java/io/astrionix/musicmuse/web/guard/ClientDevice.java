package io.astrionix.musicmuse.web.guard;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Browser and system in words, for a user who looks through the own sign-ins. Coarse on purpose: no version, no model,
 * nothing that would tell two people apart (R9).
 */
final class ClientDevice {

    /** Most special first: every browser names the ones it descends from. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("edg", "Edge"),
            Map.entry("opr/", "Opera"),
            Map.entry("samsungbrowser/", "Samsung Internet"),
            Map.entry("firefox/", "Firefox"),
            Map.entry("fxios/", "Firefox"),
            Map.entry("chrome/", "Chrome"),
            Map.entry("chromium/", "Chrome"),
            Map.entry("crios/", "Chrome"),
            Map.entry("safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("android", "Android"),
            Map.entry("iphone", "iPhone"),
            Map.entry("ipad", "iPad"),
            Map.entry("windows", "Windows"),
            Map.entry("cros ", "ChromeOS"),
            Map.entry("mac os x", "macOS"),
            Map.entry("linux", "Linux"));

    private ClientDevice() {}

    /**
     * @param userAgent the request's header, may be null
     * @return such as "Firefox on Linux"; empty where neither is known
     */
    static Optional<String> words(String userAgent) {
        if (userAgent == null) {
            return Optional.empty();
        }
        var text = userAgent.toLowerCase(Locale.ROOT);
        var browser = find(BROWSERS, text);
        var system = find(SYSTEMS, text);
        return browser.isPresent() && system.isPresent()
                ? Optional.of(browser.get() + " on " + system.get())
                : browser.or(() -> system);
    }

    private static Optional<String> find(List<Map.Entry<String, String>> known, String text) {
        return known.stream()
                .filter(one -> text.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
