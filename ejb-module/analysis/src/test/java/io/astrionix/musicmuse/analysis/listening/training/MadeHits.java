package io.astrionix.musicmuse.analysis.listening.training;

import java.util.Random;

/** Sounds of hands, made of noise and damped swings; no two are the same. */
final class MadeHits {

    private static final double SECONDS = 0.3;
    private static final double HALF = 0.5;

    private MadeHits() {}

    /**
     * Two hands: one or two knocks within 4 ms of noise around 0.8 to 2.4 kHz, as the hollow between them has it, that
     * fades within some hundredths of a second (after Repp, JASA 1987: clapping hands peak there).
     *
     * @param loudness about its loudest sample
     */
    static double[] clap(double loudness, Random random) {
        double[] sound = new double[samples(SECONDS)];
        double middle = 800 * Math.pow(3, random.nextDouble());
        double fades = 0.006 + 0.014 * random.nextDouble();
        int knocks = 1 + random.nextInt(2);
        for (int knock = 0; knock < knocks; knock++) {
            int from = knock == 0 ? 0 : samples(0.001 + 0.003 * random.nextDouble());
            addNoise(sound, from, middle, fades, loudness * (1 - HALF * knock), random);
        }
        return sound;
    }

    private static void addNoise(double[] sound, int from, double hertz, double fades, double loudness, Random random) {
        double turn = 2 * Math.PI * hertz / Clip.SAMPLE_RATE;
        double keep = Math.exp(-turn * HALF);
        double last = 0;
        double beforeLast = 0;
        for (int i = from; i < sound.length; i++) {
            double t = (double) (i - from) / Clip.SAMPLE_RATE;
            double in = random.nextGaussian() * Math.exp(-t / fades);
            double out = (1 - keep) * in + 2 * keep * Math.cos(turn) * last - keep * keep * beforeLast;
            beforeLast = last;
            last = out;
            sound[i] += loudness * (out + 0.1 * in);
        }
    }

    /**
     * A table: four swings of the wood from 120 to 1500 Hz, each fading by itself, and the click of the nail or knuckle.
     *
     * @param loudness about its loudest sample
     */
    static double[] tap(double loudness, Random random) {
        double[] sound = new double[samples(SECONDS)];
        for (int swing = 0; swing < 4; swing++) {
            double hertz = 120 * Math.pow(12.5, (swing + random.nextDouble()) / 4);
            double fades = 0.05 / (1 + swing) * (HALF + random.nextDouble());
            double share = loudness / (2 + swing);
            for (int i = 0; i < sound.length; i++) {
                double t = (double) i / Clip.SAMPLE_RATE;
                sound[i] += share * Math.exp(-t / fades) * Math.sin(2 * Math.PI * hertz * t);
            }
        }
        for (int i = 0; i < samples(0.004); i++) {
            sound[i] += 0.3 * loudness * random.nextGaussian() * Math.exp(-i / (0.001 * Clip.SAMPLE_RATE));
        }
        return sound;
    }

    private static int samples(double seconds) {
        return (int) Math.round(seconds * Clip.SAMPLE_RATE);
    }
}
