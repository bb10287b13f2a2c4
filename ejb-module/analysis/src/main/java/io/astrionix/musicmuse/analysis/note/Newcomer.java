package io.astrionix.musicmuse.analysis.note;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Looks for a new pitch in sound in which the note before may still ring: at those of its partials that the note before
 * does not have.
 */
final class Newcomer {

    private static final int PARTIALS = 12;
    /** This share of the power at every second (third...) partial only: the pitch is an octave (twelfth...) higher. */
    private static final double ALMOST_ALL = 0.95;

    private static final int HIGHEST_MULTIPLE = 6;
    private static final double AUDIBLE_DB = 14;
    private static final double ABOVE_REST_SHARE = 0.35;
    private static final int SHORT = 1024;
    private static final int LONG = 4096;
    private static final int ENOUGH_PARTIALS = 2;
    private static final double HIGHEST_HERTZ = 9000;

    private final int sampleRate;
    private final int hop;

    Newcomer(int sampleRate, int hop) {
        this.sampleRate = sampleRate;
        this.hop = hop;
    }

    /**
     * Whether two sounds together repeat with the period of a low pitch that nobody plays: nearly all that is new belongs
     * to a multiple of that pitch.
     *
     * @param midi the low pitch
     * @param before the pitch that was there before
     */
    boolean isPhantom(double midi, double before, float[] window) {
        int length = LONG;
        if (midi > before || !isNew(midi, 1, before, length)) {
            return false;
        }
        double[] power = new double[PARTIALS + 1];
        double all = 0;
        for (int k = 1; k <= PARTIALS; k++) {
            if (isNew(midi, k, before, length)) {
                power[k] = power(k * hertz(midi), window, window.length, length);
                all += power[k];
            }
        }
        for (int multiple = 2; multiple <= HIGHEST_MULTIPLE; multiple++) {
            double there = 0;
            for (int k = multiple; k <= PARTIALS; k += multiple) {
                there += power[k];
            }
            if (there >= ALMOST_ALL * all) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many samples before the end of the sound the new pitch began; empty if its partials cannot be told from those
     * of the note before.
     *
     * @param midi the new pitch
     * @param before the pitch that was there before
     */
    OptionalInt ageInSamples(double midi, double before, float[] window) {
        for (int length = SHORT; length <= LONG; length *= 2) {
            List<Double> partials = new ArrayList<>();
            for (int k = 1; k <= PARTIALS; k++) {
                if (isNew(midi, k, before, length)) {
                    partials.add(k * hertz(midi));
                }
            }
            if (partials.size() >= ENOUGH_PARTIALS) {
                return OptionalInt.of(age(partials, window, length));
            }
        }
        return OptionalInt.empty();
    }

    private int age(List<Double> partials, float[] window, int length) {
        int frames = (window.length - length) / hop;
        double[] level = new double[frames];
        double loudest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int back = 0; back < frames; back++) {
            level[back] = level(partials, window, window.length - back * hop, length);
            loudest = Math.max(loudest, back < frames / 2 ? level[back] : loudest);
            lowest = Math.min(lowest, level[back]);
        }
        double audible = Math.max(loudest - AUDIBLE_DB, lowest + ABOVE_REST_SHARE * (loudest - lowest));
        int back = 0;
        while (back < frames - 1 && level[back] < audible) {
            back++;
        }
        // One frame below does not end the search: partials beat.
        while (back < frames - 2 && Math.max(level[back + 1], level[back + 2]) >= audible) {
            back++;
        }
        return back * hop + length / 4;
    }

    private double level(List<Double> partials, float[] window, int end, int length) {
        double sum = 1e-12;
        for (double hertz : partials) {
            sum += power(hertz, window, end, length);
        }
        return 10 * Math.log10(sum);
    }

    /** Whether a window of that length separates that partial from all partials of the note before. */
    private boolean isNew(double midi, int partial, double before, int length) {
        double hertz = partial * hertz(midi);
        double old = hertz(before);
        double distance = Math.abs(hertz - old * Math.max(1, Math.rint(hertz / old)));
        return hertz < HIGHEST_HERTZ && distance > 2.0 * sampleRate / length;
    }

    private static double hertz(double midi) {
        return 440 * Math.pow(2, (midi - 69) / 12);
    }

    /** Goertzel's algorithm through a Hann window; relative to the length. */
    private double power(double hertz, float[] window, int end, int length) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / sampleRate);
        double s1 = 0;
        double s2 = 0;
        int from = end - length;
        // The Hann window by a rotation: a cosine for every sample would take most of the time.
        double step = 2 * Math.PI / length;
        double turn = 2 * Math.cos(step);
        double cosine = Math.cos(step / 2);
        double cosineBefore = cosine;
        for (int i = 0; i < length; i++) {
            double s = window[from + i] * (0.5 - 0.5 * cosine) + coefficient * s1 - s2;
            s2 = s1;
            s1 = s;
            double next = turn * cosine - cosineBefore;
            cosineBefore = cosine;
            cosine = next;
        }
        return (s1 * s1 + s2 * s2 - coefficient * s1 * s2) / ((double) length * length);
    }
}
