package io.astrionix.musicmuse.analysis.follow;

/** Goes on with the music, whatever is played. */
record FixedFollower(Whereabouts whereabouts) implements Follower {

    FixedFollower(Onsets onsets, PlacedMusic placed) {
        this(onsets.beginning());
        placed.placeFrom(0, 0);
    }

    @Override
    public void hear(double seconds, double midi) {
        // The music goes on without it.
    }
}
