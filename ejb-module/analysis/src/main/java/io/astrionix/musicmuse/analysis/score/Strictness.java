package io.astrionix.musicmuse.analysis.score;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How strictly a take is judged; {@link RuleBook} has the numbers. */
public enum Strictness {
    BEGINNER,
    STANDARD,
    STRICT;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in messages and in storage: lower case, for example {@code "beginner"}. */
    public String id() {
        return id;
    }

    /** The strictness of that {@link #id()}; empty if there is none. */
    public static Optional<Strictness> of(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
    }
}
