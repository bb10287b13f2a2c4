package io.astrionix.musicmuse.analysis;

import java.util.Arrays;

/**
 * Looks for the hum of the mains in a stream: parts at multiples of 50 or 60 Hz, off by no more than the mains ever are,
 * that stay as loud and as high as they are for 0.8 s, and that were there in the quietest moment so far as well. By the
 * last a held note is known, however steady: before it there was none. Costs next to nothing, as it looks at the sound ten
 * times a second and below 1 kHz.
 */
final class HumSearch {

    private static final double[] MAINS_HERTZ = {50, 60};

    /** Grids keep to that. */
    private static final double MAINS_DRIFT_HERTZ = 0.2;

    /** By how much the parts of one hum may seem to be of different mains. */
    private static final double SAME_MAINS_HERTZ = 0.05;

    private static final int PARTS = 8;

    /** One part alone may be anything. */
    private static final int ENOUGH_PARTS = 2;

    private static final double LOOKED_AT_HERTZ = 2000;
    private static final int WINDOW = 400;
    private static final int LOOK_EVERY = WINDOW / 2;

    /** Softer than this, 1 being full scale, a part does no harm. */
    private static final double SOFTEST = 5e-5;

    /** Against the loudest part. */
    private static final double SOFTEST_SHARE = 0.02;

    /** A microphone that is being opened gives silence first, which tells nothing. */
    private static final double OPENED_AFTER_SECONDS = 0.5;

    private final int sampleRate;
    private final int samplesAtOnce;
    private final double[] window = new double[WINDOW];
    private final double[] weights = new double[WINDOW];
    private final double[] weighted = new double[WINDOW];
    private final HumPart[][] families = new HumPart[MAINS_HERTZ.length][PARTS];
    private double sum;
    private int summed;
    private int filled;
    private long samples;
    private double quietest = Double.POSITIVE_INFINITY;
    private HumPart[] foundParts = {};
    private Hum found;

    HumSearch(int sampleRate) {
        this.sampleRate = sampleRate;
        this.samplesAtOnce = (int) Math.round(sampleRate / LOOKED_AT_HERTZ);
        for (int i = 0; i < WINDOW; i++) {
            weights[i] = 2.0 / WINDOW * (1 - Math.cos(2 * Math.PI * (i + 0.5) / WINDOW));
        }
        for (int family = 0; family < MAINS_HERTZ.length; family++) {
            for (int part = 0; part < PARTS; part++) {
                families[family][part] =
                        new HumPart(MAINS_HERTZ[family], part + 1, sampleRate, LOOK_EVERY * samplesAtOnce);
            }
        }
    }

    /** Takes in the next sample. */
    void hear(float sample) {
        sum += sample;
        summed++;
        samples++;
        if (summed < samplesAtOnce) {
            return;
        }
        window[filled] = sum / samplesAtOnce;
        filled++;
        sum = 0;
        summed = 0;
        if (filled == WINDOW) {
            look();
            System.arraycopy(window, LOOK_EVERY, window, 0, WINDOW - LOOK_EVERY);
            filled = WINDOW - LOOK_EVERY;
        }
    }

    /** The hum as it was from the sample on that came after the one with which it was found; null until it is. */
    Hum found() {
        return found;
    }

    /** Whether the hum that was found was there in the quietest moment so far, too. */
    boolean isAlwaysThere() {
        int there = 0;
        for (int i = 0; i < foundParts.length; i++) {
            if (foundParts[i].isInQuietest(found.amplitude(i))) {
                there++;
            }
        }
        return there >= ENOUGH_PARTS;
    }

    private void look() {
        double power = 0;
        for (int i = 0; i < WINDOW; i++) {
            power += window[i] * window[i];
            weighted[i] = weights[i] * window[i];
        }
        boolean isQuietest = power < quietest && samples >= OPENED_AFTER_SECONDS * sampleRate;
        if (isQuietest) {
            quietest = power;
        }
        for (HumPart[] family : families) {
            for (HumPart part : family) {
                part.look(weighted, samplesAtOnce, samples, isQuietest);
            }
        }
        if (found == null) {
            find();
        }
    }

    private void find() {
        double loudest = 0;
        for (HumPart[] family : families) {
            HumPart[] steady = ofOneHum(family);
            long there = Arrays.stream(steady)
                    .filter(part -> part.isInQuietest(part.amplitude()))
                    .count();
            if (there >= ENOUGH_PARTS && amplitude(steady) > loudest) {
                loudest = amplitude(steady);
                foundParts = steady;
            }
        }
        if (foundParts.length > 0) {
            found = hum(foundParts);
        }
    }

    /** The parts that are steady and whose mains are the same, if any. */
    private static HumPart[] ofOneHum(HumPart[] family) {
        HumPart[] steady = Arrays.stream(family)
                .filter(part -> part.amplitude() >= SOFTEST
                        && Math.abs(part.driftHertz()) <= MAINS_DRIFT_HERTZ
                        && part.isSteady())
                .toArray(HumPart[]::new);
        double loudest = amplitude(steady);
        double drift = Arrays.stream(steady)
                .filter(part -> part.amplitude() == loudest)
                .mapToDouble(HumPart::driftHertz)
                .findFirst()
                .orElse(0);
        return Arrays.stream(steady)
                .filter(part -> part.amplitude() >= SOFTEST_SHARE * loudest
                        && Math.abs(part.driftHertz() - drift) <= SAME_MAINS_HERTZ)
                .toArray(HumPart[]::new);
    }

    private static double amplitude(HumPart[] parts) {
        return Arrays.stream(parts).mapToDouble(HumPart::amplitude).max().orElse(0);
    }

    private Hum hum(HumPart[] parts) {
        Hum hum = new Hum(new double[parts.length], new double[parts.length], new double[parts.length], sampleRate);
        double lookedAt = samples - WINDOW / 2.0 * samplesAtOnce;
        for (int i = 0; i < parts.length; i++) {
            double phase = parts[i].phaseAt(samples, lookedAt);
            hum.steps()[i] = parts[i].step();
            hum.cosines()[i] = parts[i].amplitude() * Math.cos(phase);
            hum.sines()[i] = -parts[i].amplitude() * Math.sin(phase);
        }
        return hum;
    }
}
