package io.astrionix.musicmuse.analysis;

import java.util.Random;

/**
 * Makes the sound of a voice: the partials of the vocal folds, falling by 9 dB an octave, through the formants of an open
 * vowel, with breath, a vibrato that sets in with the note, and a slide into each note.
 */
public final class SungSound {

    private static final int RATE = 48_000;
    private static final int PARTIALS = 40;
    private static final double HIGHEST_HERTZ = 8_000;
    private static final double TILT = 1.5;

    /** Of the vowel of "father": hertz, width in hertz, share (after Peterson and Barney, JASA 1952). */
    private static final double[][] FORMANTS = {{730, 90, 1}, {1_090, 110, 0.6}, {2_440, 170, 0.25}, {3_300, 250, 0.15}
    };

    private static final double ATTACK_SECONDS = 0.05;
    private static final double RELEASE_SECONDS = 0.06;
    private static final double VIBRATO_GROWS_SECONDS = 0.15;
    private static final double BREATH = 0.004;
    private static final double PEAK = 0.35;

    private final double vibratoCents;
    private final double vibratoHertz;
    private final double slideCents;
    private final double slideSeconds;

    /**
     * @param vibratoCents how far it goes up and down
     * @param vibratoHertz how often a second
     * @param slideCents how far off a note begins, negative: from below
     * @param slideSeconds how long it takes to arrive
     */
    public SungSound(double vibratoCents, double vibratoHertz, double slideCents, double slideSeconds) {
        this.vibratoCents = vibratoCents;
        this.vibratoHertz = vibratoHertz;
        this.slideCents = slideCents;
        this.slideSeconds = slideSeconds;
    }

    /** Samples of 16 bit, {@value #RATE} a second. */
    public short[] sing(Performance performance) {
        double[] sound = new double[(int) (performance.lastsSeconds() * RATE)];
        Random random = new Random(5);
        performance.notes().forEach(note -> add(note, sound, random));
        double peak = 0;
        for (double value : sound) {
            peak = Math.max(peak, Math.abs(value));
        }
        short[] samples = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            double value = PEAK * sound[i] / peak + 0.0003 * random.nextGaussian();
            samples[i] = (short) Math.round(32_767 * Math.max(-1, Math.min(1, value)));
        }
        return samples;
    }

    private void add(Performance.Note note, double[] sound, Random random) {
        double phase = random.nextDouble();
        double swing = 2 * Math.PI * random.nextDouble();
        int from = (int) (note.start() * RATE);
        int length = (int) ((note.duration() + RELEASE_SECONDS) * RATE);
        double[] shares = new double[PARTIALS + 1];
        for (int i = 0; i < length && from + i < sound.length; i++) {
            double t = (double) i / RATE;
            double hertz = 440 * Math.pow(2, (note.midi() - 69) / 12 + cents(t, swing) / 1200);
            if (i % 64 == 0) {
                weigh(hertz, shares);
            }
            phase += hertz / RATE;
            double value = BREATH * random.nextGaussian();
            for (int k = 1; k <= PARTIALS && shares[k] > 0; k++) {
                value += shares[k] * Math.sin(2 * Math.PI * k * phase);
            }
            double envelope = Math.min(1, t / ATTACK_SECONDS)
                    * Math.min(1, Math.max(0, (note.duration() + RELEASE_SECONDS - t) / RELEASE_SECONDS));
            sound[from + i] += envelope * value;
        }
    }

    private double cents(double t, double swing) {
        double slide = t < slideSeconds ? slideCents * (0.5 + 0.5 * Math.cos(Math.PI * t / slideSeconds)) : 0;
        double vibrato = Math.sin(2 * Math.PI * vibratoHertz * t + swing) * Math.min(1, t / VIBRATO_GROWS_SECONDS);
        return slide + vibratoCents * vibrato;
    }

    private static void weigh(double hertz, double[] shares) {
        for (int k = 1; k <= PARTIALS; k++) {
            double at = k * hertz;
            double gain = 0.02;
            for (double[] formant : FORMANTS) {
                gain += formant[2] / (1 + Math.pow((at - formant[0]) / formant[1], 2));
            }
            shares[k] = at > HIGHEST_HERTZ ? 0 : gain * Math.pow(k, -TILT);
        }
    }
}
