package io.astrionix.musicmuse.analysis.score;

import java.util.Locale;

/** What became of one note. When more than one fits, the first of: wrong, early or late, flat or sharp, right. */
public enum Verdict {
    /** Played in time and in tune. */
    RIGHT,
    /** The right note, before its on-time window. */
    EARLY,
    /** The right note, after its on-time window. */
    LATE,
    /** The right note in time, below its in-tune window. */
    FLAT,
    /** The right note in time, above its in-tune window. */
    SHARP,
    /** Another note than the expected one, also when it is the same note in another octave. */
    WRONG,
    /** Expected and not played. */
    MISSED,
    /** Played and not expected. */
    EXTRA;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name of the verdict in messages and in storage: lower case, for example {@code "right"}. */
    public String id() {
        return id;
    }
}
