package io.astrionix.musicmuse.analysis.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfBandTest {

    private static final int LENGTH = 4_096;

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.05, 0.1, 0.2})
    void what_the_half_rate_can_carry_passes(double cyclesASample) {
        assertThat(decibel(cyclesASample)).isCloseTo(0, within(0.6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.31, 0.35, 0.4, 0.45})
    void what_would_fold_down_does_not(double cyclesASample) {
        assertThat(decibel(cyclesASample)).isLessThan(-35);
    }

    private static double decibel(double cyclesASample) {
        float[] in = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            in[i] = (float) Math.sin(2 * Math.PI * cyclesASample * i);
        }
        float[] out = new float[LENGTH / 2];
        new HalfBand().halve(in, LENGTH, out);
        double sum = 0;
        for (int i = 100; i < out.length; i++) {
            sum += out[i] * out[i];
        }
        return 10 * Math.log10(2 * sum / (out.length - 100));
    }
}
