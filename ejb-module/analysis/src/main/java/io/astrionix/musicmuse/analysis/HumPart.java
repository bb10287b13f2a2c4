package io.astrionix.musicmuse.analysis;

/** What may be one part of a hum: how loud it was, and where its phase stood, at the last looks at the sound. */
final class HumPart {

    /** So many looks, a tenth of a second apart, tell whether it is steady. */
    static final int LOOKS = 7;

    /** How much the loudest look may have over the softest. */
    private static final double STEADY_RATIO = 1.33;

    private static final double STEADY_RADIANS = 0.25;

    /** What is left of it in the quietest moment may be that much less, as noise adds and takes away. */
    private static final double STILL_THERE = 0.5;

    private final double radians;
    private final int lookEvery;
    private final double driftToHertz;
    private final double[] amplitudes = new double[LOOKS];
    private final double[] phases = new double[LOOKS];
    private int looks;
    private double inQuietest;

    /**
     * @param mainsHertz the frequency of the mains
     * @param number which multiple of it this is, from 1
     * @param sampleRate samples per second
     * @param lookEvery samples from look to look
     */
    HumPart(double mainsHertz, int number, int sampleRate, int lookEvery) {
        this.radians = 2 * Math.PI * mainsHertz * number / sampleRate;
        this.lookEvery = lookEvery;
        this.driftToHertz = sampleRate / (2 * Math.PI * lookEvery * number);
    }

    /**
     * Looks at the sound.
     *
     * @param means weighted means of samples, each of so many as the next parameter says
     * @param samplesAtOnce how many samples each mean is of
     * @param end index of the sample after the last of them
     * @param isQuietest whether there was no quieter moment
     */
    void look(double[] means, int samplesAtOnce, long end, boolean isQuietest) {
        double turnReal = Math.cos(radians * samplesAtOnce);
        double turnImaginary = -Math.sin(radians * samplesAtOnce);
        double first = end - (double) means.length * samplesAtOnce + (samplesAtOnce - 1) / 2.0;
        double angle = -Math.IEEEremainder(radians * first, 2 * Math.PI);
        double real = Math.cos(angle);
        double imaginary = Math.sin(angle);
        double sumReal = 0;
        double sumImaginary = 0;
        for (double mean : means) {
            sumReal += mean * real;
            sumImaginary += mean * imaginary;
            double turned = real * turnReal - imaginary * turnImaginary;
            imaginary = real * turnImaginary + imaginary * turnReal;
            real = turned;
        }
        double amplitude = Math.hypot(sumReal, sumImaginary) / lostInMeans(samplesAtOnce);
        amplitudes[looks % LOOKS] = amplitude;
        phases[looks % LOOKS] = Math.atan2(sumImaginary, sumReal);
        looks++;
        if (isQuietest) {
            inQuietest = amplitude;
        }
    }

    private double lostInMeans(int samplesAtOnce) {
        return Math.sin(radians * samplesAtOnce / 2) / (samplesAtOnce * Math.sin(radians / 2));
    }

    /** The mean of the last looks, 1 being full scale. */
    double amplitude() {
        double sum = 0;
        for (double amplitude : amplitudes) {
            sum += amplitude;
        }
        return sum / LOOKS;
    }

    /** Whether it was there at that amplitude in the quietest moment, too. */
    boolean isInQuietest(double amplitude) {
        return inQuietest >= STILL_THERE * amplitude;
    }

    boolean isSteady() {
        double loudest = 0;
        double softest = Double.POSITIVE_INFINITY;
        for (double amplitude : amplitudes) {
            loudest = Math.max(loudest, amplitude);
            softest = Math.min(softest, amplitude);
        }
        boolean isSteady = looks >= LOOKS && loudest <= STEADY_RATIO * softest;
        for (int i = 1; i < LOOKS && isSteady; i++) {
            isSteady = Math.abs(moved(i) - drift()) <= STEADY_RADIANS;
        }
        return isSteady;
    }

    /** By how much the mains would be off with this as their multiple, in hertz. */
    double driftHertz() {
        return drift() * driftToHertz;
    }

    /** By how much its phase goes on from sample to sample, in radians. */
    double step() {
        return radians + drift() / lookEvery;
    }

    /**
     * Its phase at a sample.
     *
     * @param sample index of the sample
     * @param lookedAt the index in the middle of the last look
     */
    double phaseAt(long sample, double lookedAt) {
        return phases[(looks - 1) % LOOKS] + radians * sample + drift() / lookEvery * (sample - lookedAt);
    }

    /** The mean of what its phase moves from look to look against a multiple that is not off, in radians. */
    private double drift() {
        double sum = 0;
        for (int i = 1; i < LOOKS; i++) {
            sum += moved(i);
        }
        return sum / (LOOKS - 1);
    }

    private double moved(int i) {
        return Math.IEEEremainder(phases[(looks + i) % LOOKS] - phases[(looks + i - 1) % LOOKS], 2 * Math.PI);
    }
}
