package io.astrionix.musicmuse.analysis.follow;

/** Follows a player through the music, note by note. */
sealed interface Follower permits FixedFollower, MetronomeFollower, OwnTempoFollower {

    /**
     * Takes in the next note that was played.
     *
     * @param seconds when, in seconds after sample 0 of the take; not before the last one
     * @param midi its pitch, as a fractional MIDI note number
     */
    void hear(double seconds, double midi);

    /** Nothing more was played until then. Where the music goes on by itself, that changes nothing. */
    default void waitUntil(double seconds) {}

    /**
     * The last note that it is known of when it was to be played, its place in the music; -1 if it is of none. Where the music
     * goes on by itself, it is known of all.
     */
    default int reached() {
        return Integer.MAX_VALUE;
    }

    /** How fast the music went so far: 1 as written. */
    default double usualSpeed() {
        return 1;
    }

    /** Where the player is, as far as it is known now. */
    Whereabouts whereabouts();
}
