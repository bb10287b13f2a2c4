package io.astrionix.musicmuse.analysis.listening.training;

import java.util.Random;

/**
 * A room after Schroeder: the direct sound, three early reflections, and behind them a tail of combs side by side and
 * all-passes one after another. The tail has a quarter of the direct sound's energy.
 */
final class Reverberation {

    private static final double TAIL_AFTER_SECONDS = 0.012;
    private static final double TAIL_ENERGY = 0.25;
    private static final double[] REFLECTED_AFTER_SECONDS = {0.0043, 0.0071, 0.0107};
    private static final double[] REFLECTIONS = {0.35, -0.3, 0.25};
    private static final int COMBS = 8;
    private static final double SHORTEST_COMB_SECONDS = 0.025;
    private static final double COMBS_APART_SECONDS = 0.003;
    private static final double[] ALL_PASS_SECONDS = {0.005, 0.0017};
    private static final double ALL_PASS_GAIN = 0.7;

    private final double secondsTo60Db;
    private final int[] combs = new int[COMBS];

    /**
     * A room.
     *
     * @param secondsTo60Db how long its sound takes to fade by 60 dB
     * @param random decides how large it is
     */
    Reverberation(double secondsTo60Db, Random random) {
        this.secondsTo60Db = secondsTo60Db;
        for (int i = 0; i < COMBS; i++) {
            combs[i] = samples(SHORTEST_COMB_SECONDS + (i + random.nextDouble()) * COMBS_APART_SECONDS);
        }
    }

    /** The sound in the room, as long as without it. */
    double[] of(double[] sound) {
        double[] inRoom = sound.clone();
        for (int i = 0; i < REFLECTIONS.length; i++) {
            add(sound, REFLECTIONS[i], samples(REFLECTED_AFTER_SECONDS[i]), inRoom);
        }
        add(tail(sound), Math.sqrt(TAIL_ENERGY / tailEnergy()), samples(TAIL_AFTER_SECONDS), inRoom);
        return inRoom;
    }

    private static void add(double[] sound, double factor, int delay, double[] target) {
        for (int i = delay; i < target.length; i++) {
            target[i] += factor * sound[i - delay];
        }
    }

    /** The energy of the tail after a single sample of 1. */
    private double tailEnergy() {
        double[] click = new double[samples(2 * secondsTo60Db)];
        click[0] = 1;
        double energy = 0;
        for (double sample : tail(click)) {
            energy += sample * sample;
        }
        return energy;
    }

    private double[] tail(double[] sound) {
        double[] tail = new double[sound.length];
        for (int delay : combs) {
            addComb(sound, delay, tail);
        }
        for (double seconds : ALL_PASS_SECONDS) {
            tail = allPass(tail, samples(seconds));
        }
        return tail;
    }

    private void addComb(double[] sound, int delay, double[] target) {
        double feedback = Math.pow(10, -3.0 * delay / samples(secondsTo60Db));
        double[] comb = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            comb[i] = sound[i] + (i < delay ? 0 : feedback * comb[i - delay]);
            target[i] += comb[i];
        }
    }

    private static double[] allPass(double[] sound, int delay) {
        double[] out = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            out[i] = -ALL_PASS_GAIN * sound[i];
            if (i >= delay) {
                out[i] += sound[i - delay] + ALL_PASS_GAIN * out[i - delay];
            }
        }
        return out;
    }

    private static int samples(double seconds) {
        return (int) Math.round(seconds * Clip.SAMPLE_RATE);
    }
}
