package io.astrionix.musicmuse.analysis.pitch;

import java.util.Optional;

/** Estimates the pitch of one mono frame. Keeps buffers between calls: one instance per stream, one thread at a time. */
public interface PitchEstimator {

    /** How many samples a frame has. */
    int frameLength();

    /**
     * Estimates the pitch of a frame.
     *
     * @param frame {@link #frameLength()} samples from -1 to 1; not modified
     * @return empty when the frame has no pitch
     */
    Optional<PitchEstimate> estimate(float[] frame);
}
