package io.astrionix.musicmuse.analysis.listening;

import java.util.function.IntToDoubleFunction;

/** Steady tones, hop by hop. */
final class Sines {

    private Sines() {}

    /** Plays a tone of these partials for that many hops into a spectrum; {@code amplitude} tells each partial's. */
    static void play(
            PitchSpectrum spectrum,
            double sampleRate,
            double hertz,
            int partials,
            IntToDoubleFunction amplitude,
            int hops) {
        float[] hop = new float[PitchSpectrum.HOP];
        for (int h = 0; h < hops; h++) {
            for (int i = 0; i < hop.length; i++) {
                double t = (h * (double) hop.length + i) / sampleRate;
                double sum = 0;
                for (int k = 1; k <= partials && k * hertz < sampleRate / 2.2; k++) {
                    sum += amplitude.applyAsDouble(k) * Math.sin(2 * Math.PI * k * hertz * t + k * k);
                }
                hop[i] = (float) (0.1 * sum);
            }
            spectrum.add(hop);
        }
    }

    static double hertz(double midi) {
        return 440 * Math.pow(2, (midi - 69) / 12);
    }
}
