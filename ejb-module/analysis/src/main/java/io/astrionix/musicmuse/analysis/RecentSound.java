package io.astrionix.musicmuse.analysis;

/** The last samples of a stream; zeros stand for what was before its beginning. */
final class RecentSound {

    private final float[] ring;
    private int next;

    RecentSound(int length) {
        ring = new float[length];
    }

    void add(float sample) {
        ring[next] = sample;
        next = next + 1 == ring.length ? 0 : next + 1;
    }

    /** Writes all samples, oldest first. */
    void copyTo(float[] target) {
        System.arraycopy(ring, next, target, 0, ring.length - next);
        System.arraycopy(ring, 0, target, ring.length - next, next);
    }
}
