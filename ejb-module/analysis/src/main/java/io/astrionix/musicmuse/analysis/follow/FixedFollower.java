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

    @Override
    public int reached() {
        return Integer.MAX_VALUE;
    }

    @Override
    public double usualSpeed() {
        return 1;
    }

    @Override
    public void waitUntil(double seconds) {
        // The music goes on meanwhile.
    }
}
