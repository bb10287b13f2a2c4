package io.astrionix.musicmuse.legal.boundary;

import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every cookie there is (R74). The cookie page is made from this list; the guard lets no other one out, and web.xml names
 * the first. A cookie that is not here fails a test (R11).
 */
public enum KnownCookie {
    /** Holds together the requests of one browser; set by the server (web.xml). */
    SESSION("__Host-session", Optional.empty()),
    /** Tells a browser somebody has signed in from. */
    DEVICE("__Host-device", Optional.of(Duration.ofDays(365)));

    private final String cookie;
    private final Optional<Duration> life;

    KnownCookie(String cookie, Optional<Duration> life) {
        this.cookie = cookie;
        this.life = life;
    }

    /** All names. */
    public static Set<String> names() {
        return Arrays.stream(values()).map(KnownCookie::cookie).collect(Collectors.toUnmodifiableSet());
    }

    /** Its name. */
    public String cookie() {
        return cookie;
    }

    /** How long the browser keeps it; empty: until it is closed. */
    public Optional<Duration> life() {
        return life;
    }

    /** The same in days, for pages. */
    public Optional<Period> period() {
        return life.map(duration -> Period.ofDays(Math.toIntExact(duration.toDays())));
    }
}
