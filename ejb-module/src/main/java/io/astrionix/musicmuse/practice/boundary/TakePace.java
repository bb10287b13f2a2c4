package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.analysis.follow.Pace;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who says how fast a take goes. */
public enum TakePace {
    /** A metronome, at the tempo that was chosen. */
    METRONOME,
    /** The player: the music waits. */
    OWN;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** The name in messages, addresses and storage: {@code "metronome"} or {@code "own"}. */
    public String id() {
        return id;
    }

    /** The one of that {@link #id()}; empty if there is none. */
    public static Optional<TakePace> of(String id) {
        return Arrays.stream(values()).filter(pace -> pace.id.equals(id)).findFirst();
    }

    /** @param beatSeconds the length of a beat at the tempo that was chosen, in seconds */
    public Pace following(double beatSeconds) {
        return this == OWN ? new Pace.Own() : new Pace.Metronome(beatSeconds);
    }
}
