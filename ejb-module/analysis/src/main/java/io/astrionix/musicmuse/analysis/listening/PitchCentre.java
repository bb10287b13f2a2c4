package io.astrionix.musicmuse.analysis.listening;

import java.util.Arrays;

/**
 * The pitch that somebody hears in a note that is not held still. Of a vibrato it is the mean over whole swings (listeners
 * hear the middle: Shonle and Horan, JASA 1980), so that it does not matter where in a swing the note ends; of anything
 * else the median.
 */
final class PitchCentre {

    /** How far a vibrato goes from its lowest to its highest at least, in semitones. */
    private static final double NARROWEST = 0.2;

    /** How many measurements a swing lasts: 3.5 to 9 times a second, measured every 10.7 ms. */
    private static final double SHORTEST = 10;

    private static final double LONGEST = 27;

    private final double widest;
    private final double[] sorted;

    /**
     * @param most as many values as there can be
     * @param widest how far a vibrato goes from its lowest to its highest at most, in semitones
     */
    PitchCentre(int most, double widest) {
        this.widest = widest;
        sorted = new double[most];
    }

    /**
     * @param midi pitches one after another, as fractional MIDI note numbers
     * @param count how many of them, at least 1
     */
    double of(double[] midi, int count) {
        System.arraycopy(midi, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        double median = sorted[count / 2];
        double low = sorted[count / 10];
        double high = sorted[count - 1 - count / 10];
        boolean swings = high - low >= NARROWEST && high - low <= widest;
        return swings ? overWholeSwings(midi, count, (low + high) / 2, median) : median;
    }

    /** From the first time that the pitch rises through its middle to the last. */
    private static double overWholeSwings(double[] midi, int count, double middle, double otherwise) {
        int swings = -1;
        int first = 0;
        int last = 0;
        double sum = 0;
        double sumAtLast = 0;
        for (int i = 1; i < count; i++) {
            if (midi[i - 1] < middle && midi[i] >= middle) {
                swings++;
                first = swings == 0 ? i : first;
                last = i;
                sumAtLast = sum;
            }
            sum += swings >= 0 ? midi[i] : 0;
        }
        boolean isVibrato = swings > 0 && last - first >= SHORTEST * swings && last - first <= LONGEST * swings;
        return isVibrato ? sumAtLast / (last - first) : otherwise;
    }
}
