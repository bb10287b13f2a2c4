package io.astrionix.musicmuse.system.practice;

/** Plays a performance as sums of harmonics: a stand-in where no recorded instrument is at hand. */
final class Harmonics {

    private static final int COUNT = 8;
    private static final double ATTACK_SECONDS = 0.02;
    private static final double RELEASE_SECONDS = 0.03;
    private static final double LOUDNESS = 0.2;
    private static final double A4_HERTZ = 440;
    private static final int A4_MIDI = 69;
    private static final double CENTS_AN_OCTAVE = 1_200;

    private Harmonics() {}

    static short[] render(Performance performance, int length) {
        var sum = new double[length];
        double a4 = A4_HERTZ * Math.pow(2, performance.tuningCents() / CENTS_AN_OCTAVE);
        performance.notes().forEach(note -> add(note, a4, sum));
        var samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) Math.round(Math.max(-1, Math.min(1, sum[i])) * Short.MAX_VALUE);
        }
        return samples;
    }

    private static void add(PlannedNote note, double a4Hertz, double[] sum) {
        double hertz = a4Hertz * Math.pow(2, (note.midi() - A4_MIDI) / 12.0);
        int first = (int) Math.round(note.onsetSeconds() * Takes.SAMPLE_RATE);
        int count = (int) Math.round((note.durationSeconds() + RELEASE_SECONDS) * Takes.SAMPLE_RATE);
        for (int i = 0; i < count && first + i < sum.length; i++) {
            double seconds = (double) i / Takes.SAMPLE_RATE;
            double value = 0;
            for (int harmonic = 1; harmonic <= COUNT; harmonic++) {
                value += Math.sin(2 * Math.PI * hertz * harmonic * seconds) / harmonic;
            }
            sum[first + i] += LOUDNESS * value * envelope(seconds, note.durationSeconds());
        }
    }

    private static double envelope(double seconds, double durationSeconds) {
        double attack = Math.min(1, seconds / ATTACK_SECONDS);
        double release = Math.min(1, Math.max(0, (durationSeconds + RELEASE_SECONDS - seconds) / RELEASE_SECONDS));
        return attack * release;
    }
}
