package io.astrionix.musicmuse.shared;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the value of a setting looks like. */
public enum SettingType {
    TEXT("a text"),
    COUNT("a whole number from 1 to 1000000"),
    DURATION("an ISO-8601 duration of more than nothing and at most 366 days, such as PT15S or PT24H"),
    SEED("empty or 32 letters of Base32 (A to Z and 2 to 7)"),
    RATE("a number from 1 to 1000000 and the ISO-8601 duration it is for, such as 60/PT1M"),
    ORIGIN("empty or https and a host, such as https://music.example.org; http for localhost alone"),
    OPENNESS("open or closed"),
    PORT("a port, a whole number from 1 to 65535"),
    TLS("starttls, tls or none"),
    SWITCH("true or false"),
    ADDRESSES("IP addresses with commas between them, such as 192.0.2.10, 2001:db8::10");

    private static final Duration LONGEST = Duration.ofDays(366);

    private final String expected;

    SettingType(String expected) {
        this.expected = expected;
    }

    /** What a value looks like, in words. */
    public String expected() {
        return expected;
    }

    Object read(String text) {
        return switch (this) {
            case TEXT -> text;
            case COUNT -> count(text, 1_000_000);
            case DURATION -> duration(text);
            case RATE -> rate(text);
            case OPENNESS -> oneOf(List.of("open", "closed"), text).equals("open");
            case SEED -> seed(text);
            case ORIGIN -> SiteOrigin.parse(text);
            case PORT -> count(text, 65_535);
            case TLS -> oneOf(List.of("starttls", "tls", "none"), text);
            case ADDRESSES -> addresses(text);
            case SWITCH -> Boolean.valueOf(oneOf(List.of("true", "false"), text));
        };
    }

    private static Set<InetAddress> addresses(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> IpAddress.of(address).orElseThrow(() -> new IllegalArgumentException("not an address")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String oneOf(List<String> choices, String text) {
        if (!choices.contains(text)) {
            throw new IllegalArgumentException("none of " + choices);
        }
        return text;
    }

    private static int count(String text, int atMost) {
        int count = Integer.parseInt(text);
        if (count < 1 || count > atMost) {
            throw new IllegalArgumentException("out of range");
        }
        return count;
    }

    private static Rate rate(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no rate");
        }
        return new Rate(count(text.substring(0, slash), 1_000_000), duration(text.substring(slash + 1)));
    }

    private static Duration duration(String text) {
        var duration = Duration.parse(text);
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("out of range");
        }
        return duration;
    }

    private static Object seed(String text) {
        if (!text.matches("([A-Z2-7]{32})?")) {
            throw new IllegalArgumentException("not a seed");
        }
        return text;
    }
}
