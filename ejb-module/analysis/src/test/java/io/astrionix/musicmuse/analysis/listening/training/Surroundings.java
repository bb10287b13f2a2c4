package io.astrionix.musicmuse.analysis.listening.training;

import java.util.List;
import java.util.Random;

/** Where a sound is recorded. */
public enum Surroundings {
    /** As it is. */
    CLEAN {
        @Override
        double[] around(double[] sound, List<TrueNote> notes, Random random) {
            return withPeak(sound, LOUD);
        }
    },

    /** With pink noise 20 dB below the level of the notes. */
    NOISE {
        @Override
        double[] around(double[] sound, List<TrueNote> notes, Random random) {
            double[] noisy = withPeak(sound, LOUD);
            double[] noise = pinkNoise(sound.length, random);
            double factor = 0.1 * levelOf(noisy, notes) / level(noise, 0, noise.length);
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] += factor * noise[i];
            }
            return noisy;
        }
    },

    /** In a room whose sound takes half a second to fade by 60 dB. */
    ROOM {
        @Override
        double[] around(double[] sound, List<TrueNote> notes, Random random) {
            return withPeak(new Reverberation(0.5, random).of(sound), LOUD);
        }
    },

    /** Far too quiet: at most 40 dB below full scale, with white noise 80 dB below it. */
    QUIET {
        @Override
        double[] around(double[] sound, List<TrueNote> notes, Random random) {
            double[] quiet = withPeak(sound, 0.01);
            for (int i = 0; i < quiet.length; i++) {
                quiet[i] += 1e-4 * random.nextGaussian();
            }
            return quiet;
        }
    };

    private static final double LOUD = 0.5;
    private static final int OCTAVES = 10;

    /** The sound as it is recorded there; 1 is full scale. */
    abstract double[] around(double[] sound, List<TrueNote> notes, Random random);

    private static double[] withPeak(double[] sound, double peak) {
        double factor = peak / Clip.peak(sound);
        double[] scaled = new double[sound.length];
        for (int i = 0; i < sound.length; i++) {
            scaled[i] = factor * sound[i];
        }
        return scaled;
    }

    /** The mean level while notes sound, as root mean square. */
    private static double levelOf(double[] sound, List<TrueNote> notes) {
        double sum = 0;
        double length = 0;
        for (TrueNote note : notes) {
            int from = (int) (note.onset() * Clip.SAMPLE_RATE);
            int to = Math.min(sound.length, (int) (note.end() * Clip.SAMPLE_RATE));
            sum += Math.pow(level(sound, from, to), 2) * (to - from);
            length += to - from;
        }
        return Math.sqrt(sum / length);
    }

    private static double level(double[] sound, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sound[i] * sound[i];
        }
        return Math.sqrt(sum / Math.max(1, to - from));
    }

    /** White noise through low-passes an octave apart, which together fall by 3 dB an octave down to 47 Hz. */
    private static double[] pinkNoise(int length, Random random) {
        double[] noise = new double[length];
        double[] slow = new double[OCTAVES];
        double[] keep = new double[OCTAVES];
        for (int k = 0; k < OCTAVES; k++) {
            keep[k] = Math.exp(-Math.PI / (1 << k));
        }
        for (int i = 0; i < length; i++) {
            double white = random.nextGaussian();
            double sum = 0;
            for (int k = 0; k < OCTAVES; k++) {
                slow[k] = keep[k] * slow[k] + Math.sqrt(1 - keep[k] * keep[k]) * white;
                sum += slow[k];
            }
            noise[i] = sum;
        }
        return noise;
    }
}
