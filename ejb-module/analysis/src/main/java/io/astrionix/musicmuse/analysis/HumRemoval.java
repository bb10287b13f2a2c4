package io.astrionix.musicmuse.analysis;

/**
 * Subtracts a hum and follows it, as the mains drift: an adaptive noise canceller (Widrow et al., Proc. IEEE 1975) with a
 * sine and a cosine for each part. What is left over drives it no further than the hum itself would, and no part becomes
 * much louder than it was found. So a note stays whole even where it has the hum's very pitch: a notch would take it away.
 */
final class HumRemoval {

    /** How fast it follows while nothing else sounds; slower, the louder something does. */
    private static final double FOLLOWS_IN_SECONDS = 0.3;

    /** The most that drives it, against the hum. */
    private static final double DRIVEN_BY = 0.5;

    /** The most that a part may become, against what was found: mains go up and down by less. */
    private static final double LOUDEST = 1.5;

    private final double[] cosines;
    private final double[] sines;
    private final double[] real;
    private final double[] imaginary;
    private final double[] turnReal;
    private final double[] turnImaginary;
    private final double[] loudest;
    private final double gain;
    private final double most;

    /** @param hum as it is from the next sample on */
    HumRemoval(Hum hum) {
        int parts = hum.parts();
        cosines = hum.cosines().clone();
        sines = hum.sines().clone();
        real = new double[parts];
        imaginary = new double[parts];
        turnReal = new double[parts];
        turnImaginary = new double[parts];
        loudest = new double[parts];
        double amplitudes = 0;
        for (int part = 0; part < parts; part++) {
            real[part] = 1;
            turnReal[part] = Math.cos(hum.steps()[part]);
            turnImaginary[part] = Math.sin(hum.steps()[part]);
            loudest[part] = LOUDEST * hum.amplitude(part);
            amplitudes += hum.amplitude(part);
        }
        gain = 2 / (FOLLOWS_IN_SECONDS * hum.sampleRate());
        most = DRIVEN_BY * amplitudes;
    }

    /** The next sample without the hum. */
    float next(float sample) {
        double left = sample;
        for (int part = 0; part < real.length; part++) {
            left -= cosines[part] * real[part] + sines[part] * imaginary[part];
        }
        double drive = gain * Math.max(-most, Math.min(most, left));
        for (int part = 0; part < real.length; part++) {
            cosines[part] += drive * real[part];
            sines[part] += drive * imaginary[part];
            keepSoft(part);
            double turned = real[part] * turnReal[part] - imaginary[part] * turnImaginary[part];
            imaginary[part] = real[part] * turnImaginary[part] + imaginary[part] * turnReal[part];
            real[part] = turned;
        }
        return (float) left;
    }

    private void keepSoft(int part) {
        double power = cosines[part] * cosines[part] + sines[part] * sines[part];
        if (power > loudest[part] * loudest[part]) {
            double factor = loudest[part] / Math.sqrt(power);
            cosines[part] *= factor;
            sines[part] *= factor;
        }
    }
}
