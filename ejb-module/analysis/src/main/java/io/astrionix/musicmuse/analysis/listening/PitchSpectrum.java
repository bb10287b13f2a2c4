package io.astrionix.musicmuse.analysis.listening;

import io.astrionix.musicmuse.analysis.tarsos.FourierTransform;

/**
 * How loud each pitch is: three spectra of different sharpness, read at 36 steps an octave from C1 up, one picture a hop,
 * and the last {@value #FRAMES} of them.
 *
 * <p>Low pitches are read from a window of 85 ms, those in the middle from one of 43 ms, high ones from one of 21 ms: as
 * much sharpness as the pitch needs, no more delay than it must have.
 */
final class PitchSpectrum {

    static final int HOP = 256;
    static final int STEPS_AN_OCTAVE = 36;
    static final int STEPS = 300;
    static final int FRAMES = 128;

    /** Steps so far apart at the most may be one pitch: it sways, and the windows are coarse. */
    static final int SAME_STEPS = 2;

    static final int SOURCES = 3;
    static final float QUIETEST_DB = -100;

    private static final double LOWEST_MIDI = 24;
    private static final double MIDDLE_FROM_HERTZ = 420;
    private static final double HIGH_FROM_HERTZ = 1700;

    /** Partials so far apart, in hertz, are four bins apart in the window of 43 ms. */
    private static final double APART_FROM_HERTZ = 95;

    /** How far from a step of the picture its pitch lies at the most. */
    private static final double NEAR_OCTAVES = 0.05;

    /** The same of a pure low tone: the picture has no peak of it but a ridge from bin to bin. */
    private static final double FAR_OCTAVES = 0.12;

    /** A partial with less of the power of a louder one below it, 40 dB, is what leaks from that. */
    private static final float LEAST_SHARE = 1e-4f;

    private static final double LN2 = Math.log(2);

    private final double sampleRate;
    private final ShortTimeSpectrum[] spectra = new ShortTimeSpectrum[SOURCES];
    private final HalfBand[] halves = {new HalfBand(), new HalfBand()};
    private final float[] half = new float[HOP / 2];
    private final float[] quarter = new float[HOP / 4];

    private final byte[] source = new byte[STEPS];
    private final short[] fromBin = new short[STEPS];
    private final short[] toBin = new short[STEPS];
    private final float[] share = new float[STEPS];

    private final float[][] pictures = new float[FRAMES][STEPS];
    private final float[] levels = new float[FRAMES];
    private final float[] fluxLow = new float[FRAMES];
    private final float[] fluxHigh = new float[FRAMES];
    private int highFrom;
    private float reference = QUIETEST_DB + 30;
    private long frames;

    PitchSpectrum(double sampleRate) {
        this.sampleRate = sampleRate;
        FourierTransform fft = new FourierTransform(ShortTimeSpectrum.WINDOW);
        for (int i = 0; i < spectra.length; i++) {
            spectra[i] = new ShortTimeSpectrum(fft);
        }
        highFrom = STEPS;
        for (int step = 0; step < STEPS; step++) {
            double hertz = hertz(step);
            int from = sourceOf(hertz);
            if (from == 0 && highFrom == STEPS) {
                highFrom = step;
            }
            source[step] = (byte) from;
            double binHertz = binHertz(from);
            double low = hertz(step - 0.5) / binHertz;
            double high = hertz(step + 0.5) / binHertz;
            if (high - low < 1) {
                double bin = hertz / binHertz;
                fromBin[step] = (short) bin;
                toBin[step] = -1;
                share[step] = (float) (bin - Math.floor(bin));
            } else {
                fromBin[step] = (short) Math.min(ShortTimeSpectrum.BINS - 1, Math.round(low));
                toBin[step] =
                        (short) Math.min(ShortTimeSpectrum.BINS - 1, Math.max(Math.round(low), Math.round(high) - 1));
            }
        }
    }

    private static int sourceOf(double hertz) {
        return hertz < MIDDLE_FROM_HERTZ ? 2 : hertz < HIGH_FROM_HERTZ ? 1 : 0;
    }

    private double binHertz(int from) {
        return sampleRate / (1 << from) / ShortTimeSpectrum.WINDOW;
    }

    static double midi(double step) {
        return LOWEST_MIDI + step * 12 / STEPS_AN_OCTAVE;
    }

    static double step(double midi) {
        return (midi - LOWEST_MIDI) * STEPS_AN_OCTAVE / 12;
    }

    static boolean isSame(int step, int other) {
        return Math.abs(step - other) <= SAME_STEPS;
    }

    static double hertz(double step) {
        return 440 * Math.pow(2, (midi(step) - 69) / 12);
    }

    /** Takes in the next {@value #HOP} samples. */
    void add(float[] samples) {
        int slot = (int) (frames % FRAMES);
        spectra[0].add(samples, HOP);
        halves[0].halve(samples, HOP, half);
        spectra[1].add(half, HOP / 2);
        halves[1].halve(half, HOP / 2, quarter);
        spectra[2].add(quarter, HOP / 4);
        for (ShortTimeSpectrum spectrum : spectra) {
            spectrum.look();
        }
        float[] picture = pictures[slot];
        float loudest = QUIETEST_DB;
        for (int step = 0; step < STEPS; step++) {
            float[] power = spectra[source[step]].power();
            float value;
            if (toBin[step] < 0) {
                int bin = fromBin[step];
                value = power[bin] + share[step] * (power[bin + 1] - power[bin]);
            } else {
                value = power[fromBin[step]];
                for (int bin = fromBin[step] + 1; bin <= toBin[step]; bin++) {
                    value = Math.max(value, power[bin]);
                }
            }
            float db = decibel(value);
            picture[step] = db;
            loudest = Math.max(loudest, db);
        }
        float sum = 0;
        for (int i = 0; i < HOP; i++) {
            sum += samples[i] * samples[i];
        }
        levels[slot] = decibel(2 * sum / HOP);
        reference = Math.max(loudest, Math.max(reference - 0.01f, QUIETEST_DB + 30));
        frames++;
        measureFlux(slot);
    }

    private void measureFlux(int slot) {
        float[] now = pictures[slot];
        float[] old = pictures[(int) ((frames + FRAMES - 3) % FRAMES)];
        float floor = reference - 60;
        float low = 0;
        float high = 0;
        for (int step = 1; step < STEPS - 1; step++) {
            float before = Math.max(floor, Math.max(old[step], Math.max(old[step - 1], old[step + 1])));
            float rise = Math.max(0, now[step] - before);
            if (step < highFrom) {
                low += rise;
            } else {
                high += rise;
            }
        }
        fluxLow[slot] = low / highFrom;
        fluxHigh[slot] = high / (STEPS - highFrom);
    }

    private static float decibel(float power) {
        return (float) (3.0102999566 * log2(power + 1e-10f));
    }

    /** To within 0.00003, by a polynomial for the mantissa. */
    private static float log2(float value) {
        int bits = Float.floatToRawIntBits(value);
        int exponent = (bits >>> 23) - 127;
        float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f800000);
        float y = m - 1;
        return exponent + y * (1.4417403f + y * (-0.7077702f + y * (0.4123444f + y * (-0.19031925f + y * 0.0440048f))));
    }

    long frames() {
        return frames;
    }

    /** From which of the {@value #SOURCES} spectra a step is read. */
    int source(int step) {
        return source[step];
    }

    int delayFrames(int step) {
        return delayFramesOf(source[Math.min(step, STEPS - 1)]);
    }

    /** By how many frames what is read from a spectrum lags behind. */
    static int delayFramesOf(int source) {
        return 2 << source;
    }

    /** The picture of a frame, in dB, among the last {@value #FRAMES}; of a frame before the first, the first. */
    float[] picture(long frame) {
        return pictures[slot(frame)];
    }

    private int slot(long frame) {
        long oldest = Math.max(0, frames - FRAMES + 1);
        return (int) (Math.min(frames - 1, Math.max(oldest, frame)) % FRAMES);
    }

    float level(long frame) {
        return levels[slot(frame)];
    }

    float fluxLow(long frame) {
        return fluxLow[slot(frame)];
    }

    float fluxHigh(long frame) {
        return fluxHigh[slot(frame)];
    }

    /** The loudness that counts as loud in this take, in dB. */
    float reference() {
        return reference;
    }

    /** The fundamental near a pitch, in hertz, from the phases of its partials: as exactly as a note that lasts allows. */
    double refine(double hertz) {
        double near = meanOfPartials(hertz, false, NEAR_OCTAVES);
        return near > 0 ? near : hertz;
    }

    /**
     * The same of this moment, however it sways: from the window of 43 ms, whose middle is the moment that is spoken of, where
     * that tells the partials apart.
     */
    double refineNow(double hertz) {
        boolean fromMiddle = hertz >= APART_FROM_HERTZ;
        double near = meanOfPartials(hertz, fromMiddle, NEAR_OCTAVES);
        double found = near > 0 ? near : meanOfPartials(hertz, fromMiddle, FAR_OCTAVES);
        return found > 0 ? found : hertz;
    }

    /** 0 if no partial lies so near. */
    private double meanOfPartials(double hertz, boolean fromMiddle, double octaves) {
        double sum = 0;
        double weights = 0;
        float loudest = 0;
        for (int h = 1; h <= 6; h++) {
            double wanted = hertz * h;
            int from = fromMiddle ? 1 : sourceOf(wanted);
            double binHertz = binHertz(from);
            float[] power = spectra[from].power();
            int middle = (int) Math.round(wanted / binHertz);
            if (middle < 2 || middle > ShortTimeSpectrum.BINS - 3) {
                continue;
            }
            int best = middle;
            for (int bin = middle - 1; bin <= middle + 1; bin++) {
                if (power[bin] > power[best]) {
                    best = bin;
                }
            }
            loudest = Math.max(loudest, power[best]);
            double measured = spectra[from].frequency(best, HOP >> from) * binHertz / h;
            if (power[best] >= loudest * LEAST_SHARE && Math.abs(Math.log(measured / hertz) / LN2) < octaves) {
                double weight = Math.sqrt(power[best]) * h;
                sum += weight * measured;
                weights += weight;
            }
        }
        return weights > 0 ? sum / weights : 0;
    }
}
