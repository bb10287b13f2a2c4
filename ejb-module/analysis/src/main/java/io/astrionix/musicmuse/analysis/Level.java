package io.astrionix.musicmuse.analysis;

/** Loudness of a stretch of samples. */
final class Level {

    private static final double LOWEST_DBFS = -120;

    private Level() {}

    /** Root mean square in dB below full scale, a constant offset left out; at least -120. */
    static double dbfs(float[] samples, int from, int length) {
        double sum = 0;
        double sumOfSquares = 0;
        for (int i = from; i < from + length; i++) {
            sum += samples[i];
            sumOfSquares += (double) samples[i] * samples[i];
        }
        double power = sumOfSquares / length - sum / length * (sum / length);
        return Math.max(LOWEST_DBFS, 10 * Math.log10(Math.max(power, 1e-12)));
    }
}
