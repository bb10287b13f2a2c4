package io.astrionix.musicmuse.analysis.listening;

import java.util.Arrays;

/**
 * What a network is told about a candidate: a pitch that may begin, or sound, at a frame. First look at the frame, then
 * write for each candidate.
 */
final class CandidateFeatures {

    private static final int[] LANES = {0, 36, 57, 72, 84, 93, 101, 108, 120, -36, -57, 21, -21, 48, -3, 3, 33, 39};
    private static final int[] TIMES_QUICK = {-20, -12, -7, -4, -2, 0, 2, 4, 7};
    private static final int[] TIMES_MIDDLE = {-20, -12, -7, -4, -2, 0, 2, 4, 7, 10, 13};
    private static final int[] TIMES_SETTLED = {-20, -12, -7, -4, -2, 0, 2, 4, 7, 11, 16, 22};
    private static final int[] LEVEL_TIMES = {-10, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8};
    private static final int[] FLUX_TIMES = {-6, -4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8};
    private static final float RANGE_DB = 70;

    private final int[] times;
    private final int lookAhead;
    private final float[][][] pictures;
    private final float[] common = new float[LEVEL_TIMES.length + 2 * FLUX_TIMES.length];
    private PitchSpectrum spectrum;
    private float reference;

    private CandidateFeatures(int[] times, int lookAhead) {
        this.times = times;
        this.lookAhead = lookAhead;
        this.pictures = new float[PitchSpectrum.SOURCES][times.length][];
    }

    static CandidateFeatures quick() {
        return new CandidateFeatures(TIMES_QUICK, 9);
    }

    static CandidateFeatures middle() {
        return new CandidateFeatures(TIMES_MIDDLE, 15);
    }

    static CandidateFeatures settled() {
        return new CandidateFeatures(TIMES_SETTLED, 24);
    }

    static CandidateFeatures sounding() {
        return new CandidateFeatures(new int[] {-8, -4, -2, -1, 0, 1, 2, 4}, 4);
    }

    /** How many frames after the onset are needed. */
    int lookAhead() {
        return lookAhead;
    }

    int length() {
        return LANES.length * times.length + common.length + 1;
    }

    /** Takes in what all candidates of a frame have in common. */
    void look(PitchSpectrum spectrum, long onset) {
        this.spectrum = spectrum;
        reference = spectrum.reference();
        long now = onset + lookAhead;
        for (int source = 0; source < PitchSpectrum.SOURCES; source++) {
            long delayed = onset + PitchSpectrum.delayFramesOf(source);
            for (int i = 0; i < times.length; i++) {
                pictures[source][i] = spectrum.picture(Math.min(now, delayed + times[i]));
            }
        }
        int i = 0;
        for (int time : LEVEL_TIMES) {
            common[i++] = clamp((spectrum.level(Math.min(now, onset + time)) - reference) / RANGE_DB + 1);
        }
        for (int time : FLUX_TIMES) {
            common[i++] = spectrum.fluxLow(Math.min(now, onset + time + 4)) / 10;
            common[i++] = spectrum.fluxHigh(Math.min(now, onset + time + 2)) / 10;
        }
    }

    /** Writes the features of a pitch at the frame that was looked at, each without unit and about 0 to 1.4. */
    void write(int step, float[] target) {
        int i = 0;
        for (int lane : LANES) {
            int at = step + lane;
            if (at < 0 || at >= PitchSpectrum.STEPS) {
                Arrays.fill(target, i, i + times.length, 0);
                i += times.length;
                continue;
            }
            for (float[] picture : pictures[spectrum.source(at)]) {
                target[i++] = clamp((picture[at] - reference) / RANGE_DB + 1);
            }
        }
        System.arraycopy(common, 0, target, i, common.length);
        target[i + common.length] = step / (float) PitchSpectrum.STEPS;
    }

    private static float clamp(float value) {
        return Math.max(0, Math.min(1.4f, value));
    }
}
