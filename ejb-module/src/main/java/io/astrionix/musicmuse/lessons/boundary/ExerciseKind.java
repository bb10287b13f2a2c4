package io.astrionix.musicmuse.lessons.boundary;

import java.util.Locale;

/** What an exercise trains. */
public enum ExerciseKind {
    SCALE,
    ARPEGGIO,
    INTERVALS,
    RHYTHM,
    TUNE;

    /** The key of the kind's name in the message bundle, for example {@code exercise.kind.scale}. */
    public String nameKey() {
        return "exercise.kind." + name().toLowerCase(Locale.ROOT);
    }
}
