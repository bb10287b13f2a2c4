package io.astrionix.musicmuse.analysis.score;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How strictly a take is judged: version 2026-11 of the windows, from the requirements of the Practice Room. */
public enum Strictness {
    /** On time within 100 ms, in tune within 35 cents. */
    BEGINNER(100, 200, 35),
    /** On time within 60 ms, in tune within 25 cents. */
    STANDARD(60, 150, 25),
    /** On time within 35 ms, in tune within 15 cents. */
    STRICT(35, 90, 15);

    private static final String VERSION = "2026-11";
    private static final double WRONG_NOTE_CENTS = 50;
    private static final double WINDOW_GAP_SHARE = 0.45;
    private static final double FARTHEST_MATCH_MILLIS = 600;
    private static final double FARTHEST_WRONG_MILLIS = 300;
    private static final double PITCH_SHARE = 0.6;

    private final String id = name().toLowerCase(Locale.ROOT);
    private final double onTimeMillis;
    private final double timingFadeMillis;
    private final double inTuneCents;

    Strictness(double onTimeMillis, double timingFadeMillis, double inTuneCents) {
        this.onTimeMillis = onTimeMillis;
        this.timingFadeMillis = timingFadeMillis;
        this.inTuneCents = inTuneCents;
    }

    /** The name in messages and in storage: lower case, for example {@code "beginner"}. */
    public String id() {
        return id;
    }

    /** The numbers of this strictness. */
    public ScoringRules rules() {
        return new ScoringRules(
                VERSION,
                onTimeMillis,
                timingFadeMillis,
                inTuneCents,
                WRONG_NOTE_CENTS,
                WINDOW_GAP_SHARE,
                FARTHEST_MATCH_MILLIS,
                FARTHEST_WRONG_MILLIS,
                PITCH_SHARE);
    }

    /** The strictness of that {@link #id()}; empty if there is none. */
    public static Optional<Strictness> of(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
    }
}
