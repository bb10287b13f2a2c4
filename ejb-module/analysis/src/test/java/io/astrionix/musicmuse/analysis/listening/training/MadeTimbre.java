package io.astrionix.musicmuse.analysis.listening.training;

import java.util.Random;

/** How the tones of one clip sound: their partials, their attack, and how they fade if they are plucked. */
final class MadeTimbre {

    private static final int MOST_PARTIALS = 20;
    private static final double STEEPEST = 2.2;
    private static final double HIGHEST_HERTZ = 20_000;

    private final double[] amplitudes;
    private final boolean plucked;
    private final double attackSeconds;
    private final double fadeSeconds;

    MadeTimbre(Random random) {
        amplitudes = amplitudes(random);
        plucked = random.nextInt(3) == 0;
        attackSeconds = plucked ? 0.002 : 0.004 + 0.05 * random.nextDouble() * random.nextDouble();
        fadeSeconds = 0.1 + random.nextDouble();
    }

    /** One of four has hardly any even partials, one of four hardly a fundamental, one of eight nothing else. */
    private static double[] amplitudes(Random random) {
        double[] amplitudes = new double[3 + random.nextInt(MOST_PARTIALS - 2)];
        double slope = STEEPEST * random.nextDouble();
        double even = random.nextInt(4) == 0 ? 0.05 : 1;
        double fundamental = random.nextInt(4) == 0 ? 0.02 + 0.2 * random.nextDouble() : 1;
        boolean pure = random.nextInt(8) == 0;
        for (int i = 0; i < amplitudes.length; i++) {
            double amplitude = Math.pow(i + 1.0, -slope) * (0.5 + random.nextDouble());
            if (i == 0) {
                amplitudes[i] = amplitude * (pure ? 1 : fundamental);
            } else {
                amplitudes[i] = pure ? 0 : amplitude * (i % 2 == 1 ? even : 1);
            }
        }
        return amplitudes;
    }

    /** How long a tone takes to become as loud as it gets, in seconds. */
    double attackSeconds() {
        return attackSeconds;
    }

    /** How loud a tone still is after so many seconds: 1 if it is blown, less and less if it is plucked. */
    double decay(double seconds) {
        return plucked ? Math.exp(-seconds / fadeSeconds) : 1;
    }

    /** The wave at a phase of the fundamental, in radians; partials that nobody hears are left out. */
    double value(double phase, double hertz) {
        double value = 0;
        for (int i = 0; i < amplitudes.length && (i + 1) * hertz < HIGHEST_HERTZ; i++) {
            if (amplitudes[i] != 0) {
                value += amplitudes[i] * Math.sin((i + 1) * phase);
            }
        }
        return value;
    }
}
