package io.astrionix.musicmuse.analysis.listening;

import java.util.Arrays;

/** The pitches that may sound now or have come in: the peaks of a sum over partials. */
final class Candidates {

    static final int MOST = 10;
    private static final int LOWEST = 7;
    private static final int HIGHEST = 228;

    private static final int[] PARTIALS = {0, 36, 57, 72, 84, 93, 101, 108};
    private static final float[] WEIGHTS = {1f, 0.9f, 0.8f, 0.7f, 0.55f, 0.45f, 0.35f, 0.3f};
    private static final int[] BETWEEN = {21, 48, 65, 78};
    private static final float[] BETWEEN_WEIGHTS = {0.7f, 0.5f, 0.4f, 0.3f};

    /** A sum up to this is nothing. */
    private static final float LEAST = 0.3f;

    private final float[] loudness = new float[PitchSpectrum.STEPS];
    private final float[] sums = new float[HIGHEST + 1];
    private final int[] peaks = new int[HIGHEST];
    private int peakCount;
    private final int[] steps = new int[MOST];
    private int count;

    /** Finds the strongest pitches of a frame, and the strongest of what has grown since another. */
    void find(PitchSpectrum spectrum, long now, long before) {
        count = 0;
        float[] picture = spectrum.picture(now);
        float floor = Math.max(spectrum.reference() - 60, PitchSpectrum.QUIETEST_DB + 5);
        for (int i = 0; i < PitchSpectrum.STEPS; i++) {
            loudness[i] = Math.max(0, (picture[i] - floor) / 60);
        }
        pick(6);
        float[] old = spectrum.picture(before);
        for (int i = 1; i < PitchSpectrum.STEPS - 1; i++) {
            float was = Math.max(old[i], Math.max(old[i - 1], old[i + 1]));
            loudness[i] = Math.max(0, Math.min((picture[i] - floor) / 60, (picture[i] - was) / 15));
        }
        pick(MOST);
    }

    private void pick(int most) {
        addUp();
        findPeaks();
        while (count < most) {
            int best = -1;
            for (int i = 0; i < peakCount; i++) {
                if ((best < 0 || sums[peaks[i]] > sums[best]) && isNew(peaks[i])) {
                    best = peaks[i];
                }
            }
            if (best < 0) {
                return;
            }
            steps[count] = best;
            count++;
        }
    }

    /** One partial after the other, all steps of it in a row: the compiler makes vectors of that. */
    private void addUp() {
        Arrays.fill(sums, 0);
        for (int h = 0; h < PARTIALS.length; h++) {
            addUp(PARTIALS[h], WEIGHTS[h]);
        }
        for (int h = 0; h < BETWEEN.length; h++) {
            addUp(BETWEEN[h], -BETWEEN_WEIGHTS[h]);
        }
    }

    private void addUp(int partial, float weight) {
        int end = Math.min(HIGHEST + 1, PitchSpectrum.STEPS - partial);
        for (int step = LOWEST; step < end; step++) {
            sums[step] += weight * loudness[step + partial];
        }
    }

    private void findPeaks() {
        peakCount = 0;
        for (int step = LOWEST + 1; step < HIGHEST; step++) {
            if (sums[step] > LEAST && sums[step] >= sums[step - 1] && sums[step] > sums[step + 1]) {
                peaks[peakCount] = step;
                peakCount++;
            }
        }
    }

    private boolean isNew(int step) {
        for (int i = 0; i < count; i++) {
            if (Math.abs(steps[i] - step) <= 1) {
                return false;
            }
        }
        return true;
    }

    int count() {
        return count;
    }

    /** The pitches, as steps of {@link PitchSpectrum}; as many as {@link #count()} says. */
    int[] steps() {
        return steps;
    }
}
