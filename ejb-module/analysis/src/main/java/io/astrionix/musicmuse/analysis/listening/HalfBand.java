package io.astrionix.musicmuse.analysis.listening;

/**
 * Halves the sample rate: a symmetric half-band low-pass of {@value #TAPS} taps (windowed sinc), then every other sample.
 * Passes up to a fifth of the incoming rate as it is; delays by {@value #DELAY} incoming samples.
 */
final class HalfBand {

    static final int TAPS = 23;
    static final int DELAY = TAPS / 2;

    /** The taps beside the middle one that are not zero: every other tap of a half-band filter is. */
    private static final float[] SIDE = side();

    private final float[] ring = new float[2 * TAPS];
    private int at;

    private static float[] side() {
        float[] side = new float[(DELAY + 1) / 2];
        double sum = 0;
        for (int i = 0; i < side.length; i++) {
            int n = 2 * i + 1;
            double window = 0.54 + 0.46 * Math.cos(Math.PI * n / (DELAY + 1));
            double tap = Math.sin(Math.PI * n / 2) / (Math.PI * n) * window;
            side[i] = (float) tap;
            sum += 2 * tap;
        }
        for (int i = 0; i < side.length; i++) {
            side[i] *= (float) (0.5 / sum);
        }
        return side;
    }

    /** Filters {@code length} samples (even) into half as many. */
    void halve(float[] in, int length, float[] out) {
        for (int i = 0; i < length; i += 2) {
            add(in[i]);
            add(in[i + 1]);
            int middle = at + TAPS - 1 - DELAY;
            float sum = 0.5f * ring[middle];
            for (int k = 0; k < SIDE.length; k++) {
                int n = 2 * k + 1;
                sum += SIDE[k] * (ring[middle - n] + ring[middle + n]);
            }
            out[i / 2] = sum;
        }
    }

    /** The ring is written twice, so that the last samples always lie side by side from {@code at}. */
    private void add(float sample) {
        ring[at] = sample;
        ring[at + TAPS] = sample;
        at = at + 1 == TAPS ? 0 : at + 1;
    }
}
