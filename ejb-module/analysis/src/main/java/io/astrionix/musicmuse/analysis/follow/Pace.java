package io.astrionix.musicmuse.analysis.follow;

/** Who says how fast the music goes, and whether it is looked for where the player is in it. */
public sealed interface Pace {

    /** The music goes on by itself, wherever the player is: how takes were judged before players were followed. */
    record Fixed() implements Pace {}

    /**
     * The music goes on by itself; a player who stops, starts again or leaves something out is followed there.
     *
     * @param beatSeconds the length of a beat, in seconds
     */
    record Metronome(double beatSeconds) implements Pace {

        /** @throws IllegalArgumentException if a beat is not positive and finite */
        public Metronome {
            if (!(beatSeconds > 0) || Double.isInfinite(beatSeconds)) {
                throw new IllegalArgumentException("beatSeconds must be positive and finite: " + beatSeconds);
            }
        }
    }

    /** The player takes a tempo and may change it; the music waits. */
    record Own() implements Pace {}
}
