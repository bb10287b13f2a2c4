package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.listening.training.Clip;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Tones made of partials, whose pitch is known at every sample: from A2 to B5, a quarter to six tenths of a second each, in
 * any tuning.
 */
final class ExactTones {

    /** How one tone follows the other. */
    enum Manner {
        /** Each begins and ends by itself, with or without a rest between. */
        STEPS,
        /** The same, swaying by 35 cents to either side, 5.5 times a second. */
        VIBRATO,
        /** Each slides from the one before within 40 ms. */
        GLIDES
    }

    /** What its partials are like. */
    enum Timbre {
        SINE,
        SAW,
        ODD,
        WEAK_FUNDAMENTAL,
        BRASS,
        STRING;

        /** How strong a partial is, counted from 1. */
        private double strength(int partial) {
            return switch (this) {
                case SINE -> partial == 1 ? 1 : 0;
                case SAW -> 1.0 / partial;
                case ODD -> (partial % 2 == 1 ? 1 : 0.05) / partial;
                case WEAK_FUNDAMENTAL -> partial == 1 ? 0.05 : 1.0 / partial;
                case BRASS -> Math.min(partial, 6) * Math.pow(0.85, partial);
                case STRING -> Math.pow(partial, -0.8);
            };
        }
    }

    private static final int PARTIALS = 16;
    private static final double HIGHEST_HERTZ = 20_000;
    private static final double SECONDS = 6;
    private static final double FIRST_SECONDS = 0.3;
    private static final double LAST_SECONDS = 5.3;
    private static final int LOWEST_MIDI = 45;
    private static final int SEMITONES = 39;
    private static final double GLIDE_SECONDS = 0.04;
    private static final double SWELL_SECONDS = 0.008;
    private static final double VIBRATO_SEMITONES = 0.35;
    private static final double VIBRATO_HERTZ = 5.5;
    private static final double VIBRATO_GROWS_SECONDS = 0.15;
    private static final double[] RESTS = {0, 0.05, 0.15};
    private static final double LOUDEST = 0.5;

    private final double[] strengths;
    private final Manner manner;
    private final double[] sound = new double[(int) (SECONDS * Clip.SAMPLE_RATE)];
    private final double[] midi = new double[sound.length];
    private double phase;

    private ExactTones(Timbre timbre, Manner manner, long seed) {
        strengths =
                IntStream.rangeClosed(1, PARTIALS).mapToDouble(timbre::strength).toArray();
        this.manner = manner;
        Arrays.fill(midi, Double.NaN);
        play(new Random(seed));
    }

    /** The same seed always gives the same. */
    static ExactTones of(Timbre timbre, Manner manner, long seed) {
        return new ExactTones(timbre, manner, seed);
    }

    private void play(Random random) {
        double at = FIRST_SECONDS;
        double before = Double.NaN;
        while (at < LAST_SECONDS) {
            double duration = 0.25 + 0.35 * random.nextDouble();
            double pitch = LOWEST_MIDI + random.nextInt(SEMITONES) + 0.98 * (random.nextDouble() - 0.5);
            add(at, duration, pitch, before);
            at += duration + (manner == Manner.GLIDES ? 0 : RESTS[random.nextInt(RESTS.length)]);
            before = pitch;
        }
    }

    private void add(double at, double duration, double pitch, double before) {
        int from = (int) (at * Clip.SAMPLE_RATE);
        int to = Math.min(sound.length, (int) ((at + duration) * Clip.SAMPLE_RATE));
        boolean isJoined = manner == Manner.GLIDES && !Double.isNaN(before);
        for (int i = from; i < to; i++) {
            double played = (double) (i - from) / Clip.SAMPLE_RATE;
            double left = (double) (to - i) / Clip.SAMPLE_RATE;
            double now = isJoined ? sliding(played, pitch, before) : swaying(played, pitch);
            double hertz = SaidPitch.hertz(now);
            phase += 2 * Math.PI * hertz / Clip.SAMPLE_RATE;
            double swell = isJoined ? 1 : Math.min(1, played / SWELL_SECONDS);
            double release = manner == Manner.GLIDES ? 1 : Math.min(1, left / SWELL_SECONDS);
            sound[i] = swell * release * value(hertz);
            midi[i] = swell * release < 1 ? Double.NaN : now;
        }
    }

    private double value(double hertz) {
        double value = 0;
        for (int h = 1; h <= PARTIALS && h * hertz < HIGHEST_HERTZ; h++) {
            value += strengths[h - 1] * Math.sin(h * phase + h * h);
        }
        return value;
    }

    private static double sliding(double played, double pitch, double before) {
        double come = Math.min(1, played / GLIDE_SECONDS);
        return before + (pitch - before) * (1 - Math.cos(Math.PI * come)) / 2;
    }

    private double swaying(double played, double pitch) {
        if (manner != Manner.VIBRATO) {
            return pitch;
        }
        double grown = Math.min(1, played / VIBRATO_GROWS_SECONDS);
        return pitch + VIBRATO_SEMITONES * grown * Math.sin(2 * Math.PI * VIBRATO_HERTZ * played);
    }

    /** 16-bit samples, half of full scale at the most. */
    short[] sound() {
        double peak = Clip.peak(sound);
        return Clip.quantised(
                Arrays.stream(sound).map(sample -> LOUDEST * sample / peak).toArray());
    }

    /** The pitch at a moment as a fractional MIDI note number; not a number where a tone begins, ends or none is. */
    double midiAt(double seconds) {
        int at = (int) Math.round(seconds * Clip.SAMPLE_RATE);
        return at < midi.length ? midi[at] : Double.NaN;
    }

    /** How long it lasts, in seconds. */
    static double seconds() {
        return SECONDS;
    }
}
