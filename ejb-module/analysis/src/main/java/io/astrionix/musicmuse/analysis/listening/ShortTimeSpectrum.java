package io.astrionix.musicmuse.analysis.listening;

import io.astrionix.musicmuse.analysis.tarsos.FourierTransform;

/** The spectrum of the last {@value #WINDOW} samples, and of the ones one look before. */
final class ShortTimeSpectrum {

    static final int WINDOW = 1024;
    static final int BINS = WINDOW / 2;

    private static final float[] HANN = hann();

    private final FourierTransform fft;
    private final float[] ring = new float[WINDOW];
    private int at;
    private float[] now = new float[WINDOW];
    private float[] before = new float[WINDOW];
    private final float[] power = new float[BINS];

    ShortTimeSpectrum(FourierTransform fft) {
        this.fft = fft;
    }

    /** Scaled so that a sine of amplitude 1 has a peak of power 1. */
    private static float[] hann() {
        float[] window = new float[WINDOW];
        for (int i = 0; i < WINDOW; i++) {
            window[i] = (float) ((1 - Math.cos(2 * Math.PI * (i + 0.5) / WINDOW)) * 2 / WINDOW);
        }
        return window;
    }

    void add(float[] samples, int length) {
        int first = Math.min(length, WINDOW - at);
        System.arraycopy(samples, 0, ring, at, first);
        System.arraycopy(samples, first, ring, 0, length - first);
        at = (at + length) % WINDOW;
    }

    /** Transforms what was added last. */
    void look() {
        float[] spectrum = before;
        before = now;
        now = spectrum;
        int tail = WINDOW - at;
        for (int i = 0; i < tail; i++) {
            spectrum[i] = ring[at + i] * HANN[i];
        }
        for (int i = tail; i < WINDOW; i++) {
            spectrum[i] = ring[i - tail] * HANN[i];
        }
        fft.forward(spectrum);
        power[0] = 0;
        for (int k = 1; k < BINS; k++) {
            float re = spectrum[2 * k];
            float im = spectrum[2 * k + 1];
            power[k] = re * re + im * im;
        }
    }

    float[] power() {
        return power;
    }

    /**
     * The frequency of the partial in a bin, in bins, from how far its phase turned between the two looks.
     *
     * @param hop samples between the two looks
     */
    double frequency(int bin, int hop) {
        double re = now[2 * bin];
        double im = now[2 * bin + 1];
        double reBefore = before[2 * bin];
        double imBefore = before[2 * bin + 1];
        double turned = Math.atan2(im * reBefore - re * imBefore, re * reBefore + im * imBefore);
        double expected = 2 * Math.PI * bin * hop / WINDOW;
        double off = (turned - expected) / (2 * Math.PI);
        return bin + (off - Math.rint(off)) * WINDOW / hop;
    }
}
