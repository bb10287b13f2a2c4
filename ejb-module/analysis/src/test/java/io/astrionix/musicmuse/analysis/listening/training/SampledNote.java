package io.astrionix.musicmuse.analysis.listening.training;

import java.util.Arrays;

/**
 * What a sampled instrument makes of a note: how long after its key it is heard, and how far from its nominal pitch it
 * sounds. Measured where the note sounds alone.
 *
 * @param delay seconds from the key to the first moment at which the level of {@value #LEVEL_SECONDS} s is within 20
 *     dB of the loudest of the first {@value #ATTACK_SECONDS} s
 * @param semitones how much higher than its nominal pitch it sounds
 */
record SampledNote(double delay, double semitones) {

    private static final double LEVEL_SECONDS = 0.005;
    private static final double ATTACK_SECONDS = 0.25;
    private static final double AUDIBLE = 0.1;
    private static final double SILENT = 1e-4;

    private static final double TUNING_FROM_SECONDS = 0.12;
    private static final double TUNING_SECONDS = 0.5;
    private static final int FURTHEST_CENTS = 80;
    private static final int PARTIALS = 4;

    /**
     * Measures a note.
     *
     * @param sound samples, 1 being full scale, in which the note sounds alone for at least 0.65 seconds from its key
     *     on
     * @param key the sample at which the key is pressed
     * @param midi its nominal pitch
     * @throws IllegalArgumentException if nothing sounds there
     */
    static SampledNote measure(double[] sound, int key, int midi) {
        return new SampledNote(delay(sound, key), cents(sound, key, midi) / 100);
    }

    /** Seconds from the key until it is heard, as above. */
    static double delay(double[] sound, int key) {
        int window = (int) (LEVEL_SECONDS * Clip.SAMPLE_RATE);
        double[] levels = new double[(int) (ATTACK_SECONDS * Clip.SAMPLE_RATE)];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = level(sound, key + i - window / 2, window);
        }
        double loudest = Arrays.stream(levels).max().orElseThrow();
        if (loudest < SILENT) {
            throw new IllegalArgumentException("nothing sounds at sample " + key);
        }
        int first = 0;
        while (levels[first] < AUDIBLE * loudest) {
            first++;
        }
        return (double) first / Clip.SAMPLE_RATE;
    }

    private static double level(double[] sound, int from, int length) {
        double sum = 0;
        for (int i = Math.max(0, from); i < Math.min(sound.length, from + length); i++) {
            sum += sound[i] * sound[i];
        }
        return Math.sqrt(sum / length);
    }

    /** The cents at which the first partials are loudest together. */
    private static double cents(double[] sound, int key, int midi) {
        int from = key + (int) (TUNING_FROM_SECONDS * Clip.SAMPLE_RATE);
        double[] steady = Arrays.copyOfRange(sound, from, from + (int) (TUNING_SECONDS * Clip.SAMPLE_RATE));
        for (int i = 0; i < steady.length; i++) {
            steady[i] *= 0.5 - 0.5 * Math.cos(2 * Math.PI * i / steady.length);
        }
        double nominal = 440 * Math.pow(2, (midi - 69) / 12.0);
        double[] sums = new double[2 * FURTHEST_CENTS + 1];
        int best = 0;
        for (int i = 0; i < sums.length; i++) {
            double hertz = nominal * Math.pow(2, (i - FURTHEST_CENTS) / 1200.0);
            for (int partial = 1; partial <= PARTIALS; partial++) {
                sums[i] += magnitude(steady, partial * hertz);
            }
            best = sums[i] > sums[best] ? i : best;
        }
        return best - FURTHEST_CENTS + vertex(sums, best);
    }

    /** How strongly a frequency sounds, by the algorithm of Goertzel. */
    private static double magnitude(double[] sound, double hertz) {
        double turn = 2 * Math.cos(2 * Math.PI * hertz / Clip.SAMPLE_RATE);
        double last = 0;
        double beforeLast = 0;
        for (double sample : sound) {
            double now = sample + turn * last - beforeLast;
            beforeLast = last;
            last = now;
        }
        return Math.sqrt(Math.max(0, last * last + beforeLast * beforeLast - turn * last * beforeLast));
    }

    /** Where the parabola through a maximum and its neighbours is highest, relative to the maximum. */
    private static double vertex(double[] values, int at) {
        if (at == 0 || at == values.length - 1) {
            return 0;
        }
        double bend = values[at - 1] - 2 * values[at] + values[at + 1];
        return bend == 0 ? 0 : (values[at - 1] - values[at + 1]) / (2 * bend);
    }
}
