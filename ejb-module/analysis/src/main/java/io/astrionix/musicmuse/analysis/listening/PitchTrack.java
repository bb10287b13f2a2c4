package io.astrionix.musicmuse.analysis.listening;

/** How long the same pitch has been sounding. */
final class PitchTrack {

    /** So long must a pitch sound to be a note without an attack. */
    private static final int LONG_FRAMES = 14;

    private int last = -1;
    private long began;
    private long latest = -1;

    /** Takes in the pitch of the next frame as a step of the {@link PitchSpectrum}, -1 for none. */
    void add(long frame, int step) {
        if (frame < 0) {
            return;
        }
        latest = frame;
        if (step < 0 || last < 0 || !PitchSpectrum.isSame(step, last)) {
            last = step;
            began = frame;
        }
    }

    /** Whether with this frame the same pitch has sounded for long enough. */
    boolean goesOn() {
        return last >= 0 && latest - began == LONG_FRAMES;
    }

    /** Since when the same pitch has been sounding. */
    long began() {
        return began;
    }
}
