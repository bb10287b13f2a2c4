package io.astrionix.musicmuse.analysis.listening.training;

import io.astrionix.musicmuse.analysis.Performance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes up what learners practise: scales, arpeggios, repeated notes, chromatic runs and leaps, one after another,
 * each in a key, a tempo and a manner of its own.
 */
final class Phrases {

    static final double SILENCE_BEFORE_SECONDS = 0.5;
    static final double SHORTEST_REST_SECONDS = 0.3;

    private static final double LONGEST_REST_SECONDS = 0.7;
    private static final double SILENCE_AFTER_SECONDS = 1;
    private static final int SLOWEST_BPM = 60;
    private static final int FASTEST_BPM = 160;
    private static final double SHORTEST_SHARE = 0.6;
    private static final double LONGEST_SHARE = 0.98;
    private static final int SOFTEST = 60;
    private static final int LOUDEST = 110;
    private static final double JITTER_SECONDS = 0.008;
    private static final double OUT_OF_TUNE = 0.1;
    private static final double MOST_OUT_OF_TUNE = 0.42;
    private static final int OCTAVE = 12;

    private static final int[][] SHAPES = {
        {0, 2, 4, 5, 7, 9, 11, 12, 11, 9, 7, 5, 4, 2, 0},
        {0, 4, 7, 12, 7, 4, 0, 5, 9, 12, 9, 5, 0},
        {0, 0, 0, 0, 7, 7, 7, 7, 4, 4, 0, 0},
        {1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0, 1}
    };
    private static final int[] LEAPS = {0, 4, 5, 7, 9, 11, 12};
    private static final int LEAPS_A_PHRASE = 10;
    private static final double[] BEATS = {0.5, 0.5, 1};

    private final TrainingInstrument instrument;
    private final Random random;
    private final List<Performance.Note> notes = new ArrayList<>();

    private Phrases(TrainingInstrument instrument, Random random) {
        this.instrument = instrument;
        this.random = random;
    }

    /** Fills so many seconds with phrases, with silence before the first and after the last note. */
    static Performance play(TrainingInstrument instrument, double seconds, Random random) {
        Phrases phrases = new Phrases(instrument, random);
        double at = SILENCE_BEFORE_SECONDS;
        double last = seconds - SILENCE_AFTER_SECONDS;
        while (at < last) {
            at = phrases.phrase(at, last) + phrases.between(SHORTEST_REST_SECONDS, LONGEST_REST_SECONDS);
        }
        return new Performance(phrases.notes);
    }

    /** Plays a phrase from a time on, as long as no note begins after another; returns when it is over. */
    private double phrase(double from, double last) {
        int[] shape = shape();
        int root = instrument.lowest() + random.nextInt(instrument.highest() - OCTAVE - instrument.lowest() + 1);
        double beat = 60.0 / (SLOWEST_BPM + random.nextInt(FASTEST_BPM - SLOWEST_BPM + 1));
        double length = beat * BEATS[random.nextInt(BEATS.length)];
        double share = between(SHORTEST_SHARE, LONGEST_SHARE);
        double at = from;
        for (int i = 0; i < shape.length && at < last; i++) {
            double late = i == 0 ? 0 : Math.abs(random.nextGaussian()) * JITTER_SECONDS;
            double duration = length * share - Math.min(late, length / 10);
            int velocity = SOFTEST + random.nextInt(LOUDEST - SOFTEST + 1);
            notes.add(new Performance.Note(
                    root + shape[i] + outOfTune(), at + Math.min(late, length / 10), duration, velocity));
            at += length;
        }
        return at;
    }

    private int[] shape() {
        int kind = random.nextInt(SHAPES.length + 1);
        return kind < SHAPES.length
                ? SHAPES[kind]
                : random.ints(LEAPS_A_PHRASE, 0, LEAPS.length)
                        .map(i -> LEAPS[i])
                        .toArray();
    }

    /** In semitones; mostly none. */
    private double outOfTune() {
        return random.nextDouble() < OUT_OF_TUNE ? between(-MOST_OUT_OF_TUNE, MOST_OUT_OF_TUNE) : 0;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}
