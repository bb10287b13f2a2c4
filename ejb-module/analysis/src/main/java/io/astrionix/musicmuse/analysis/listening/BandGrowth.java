package io.astrionix.musicmuse.analysis.listening;

import io.astrionix.musicmuse.analysis.tarsos.FourierTransform;
import java.util.Arrays;

/**
 * How much louder a moment is than those before it, over bands of half an octave: what a stroke on anything makes, and
 * little else does. Of each band the logarithm of its energy over what usually sounds in it is taken, so that noise, which
 * sways below that, grows little however loud it is; and its loudest of the frames before is what it grows from, so that a
 * drum or a room that rings on, going up and down, does not grow.
 */
final class BandGrowth {

    static final int HOP = 256;

    private static final int WINDOW = 2 * HOP;
    private static final double[] EDGES_HERTZ = {
        60, 150, 250, 350, 500, 700, 1000, 1400, 2000, 2800, 4000, 5600, 8000, 11000, 16000
    };
    private static final int BANDS = EDGES_HERTZ.length - 1;

    /** A low drum grows in few bands, and so does a high one: so many of those that grow most count. */
    private static final int COUNTED_BANDS = 8;

    /** A band grows from the loudest of the frames so long before; the one just before has some of the stroke in it. */
    private static final int FROM_FRAMES = 6;

    private static final int TO_FRAMES = 2;

    /** How far above its usual quietest a noise sways, as a ratio of energies. */
    private static final double SWAYS = 10;

    /** The usual quietest rises by 8 dB a second and falls within 50 ms. */
    private static final double RISES = 1.01;

    private static final double FALLS = 0.1;

    /** What is so far below the loudest band of the take, as a ratio of energies (38 dB), is nothing ... */
    private static final double NOTHING = 1.6e-4;

    /** ... and the loudest of it is forgotten by 2 dB a second. */
    private static final double FORGETS = 0.99754;

    /** Energy of a band at -90 dBFS: below that is only what the microphone makes by itself. */
    private static final double SILENCE = 1e-9;

    /** Frames until the quietest is known. */
    private static final int FIRST_FRAMES = 8;

    private final FourierTransform fft = new FourierTransform(WINDOW);
    private final float[] hann = new float[WINDOW];
    private final float[] sound = new float[WINDOW];
    private final float[] spectrum = new float[WINDOW];
    private final int[] firstBin = new int[BANDS + 1];
    private final double[] quietest = new double[BANDS];
    private final double[][] loudness = new double[FROM_FRAMES + 1][BANDS];
    private final double[] growth = new double[BANDS];
    private double loudest;
    private long frames;

    /** @param sampleRate samples per second */
    BandGrowth(int sampleRate) {
        for (int i = 0; i < WINDOW; i++) {
            hann[i] = (float) ((1 - Math.cos(2 * Math.PI * (i + 0.5) / WINDOW)) * 2 / WINDOW);
        }
        for (int edge = 0; edge <= BANDS; edge++) {
            firstBin[edge] = (int) Math.max(1, Math.round(EDGES_HERTZ[edge] * WINDOW / sampleRate));
        }
    }

    /** Takes in the next {@value #HOP} samples; returns how much they grew, as a natural logarithm of energies. */
    double next(float[] hop) {
        System.arraycopy(sound, HOP, sound, 0, HOP);
        System.arraycopy(hop, 0, sound, HOP, HOP);
        for (int i = 0; i < WINDOW; i++) {
            spectrum[i] = sound[i] * hann[i];
        }
        fft.forward(spectrum);
        double nothing = Math.max(SILENCE, NOTHING * loudest);
        loudest *= FORGETS;
        for (int band = 0; band < BANDS; band++) {
            double energy = energy(band);
            followQuietest(band, energy);
            loudest = Math.max(loudest, energy);
            double now = Math.log(1 + energy / Math.max(nothing, SWAYS * quietest[band]));
            growth[band] = Math.max(0, now - loudestBefore(band));
            slot(frames)[band] = now;
        }
        frames++;
        return frames <= FIRST_FRAMES ? 0 : meanOfMost();
    }

    private double energy(int band) {
        double energy = 0;
        for (int bin = firstBin[band]; bin < firstBin[band + 1]; bin++) {
            energy += spectrum[2 * bin] * spectrum[2 * bin] + spectrum[2 * bin + 1] * spectrum[2 * bin + 1];
        }
        return energy;
    }

    private void followQuietest(int band, double energy) {
        double before = quietest[band];
        if (frames < FIRST_FRAMES) {
            quietest[band] = Math.max(before, energy);
        } else if (energy < before) {
            quietest[band] = before + FALLS * (energy - before);
        } else {
            quietest[band] = Math.min(energy, Math.max(SILENCE / SWAYS, before) * RISES);
        }
    }

    private double loudestBefore(int band) {
        double before = 0;
        for (long frame = frames - FROM_FRAMES; frame <= frames - TO_FRAMES; frame++) {
            before = frame < 0 ? before : Math.max(before, slot(frame)[band]);
        }
        return before;
    }

    private double[] slot(long frame) {
        return loudness[(int) (frame % loudness.length)];
    }

    private double meanOfMost() {
        Arrays.sort(growth);
        double sum = 0;
        for (int i = BANDS - COUNTED_BANDS; i < BANDS; i++) {
            sum += growth[i];
        }
        return sum / COUNTED_BANDS;
    }
}
