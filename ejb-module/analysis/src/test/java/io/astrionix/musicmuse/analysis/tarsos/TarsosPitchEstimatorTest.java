package io.astrionix.musicmuse.analysis.tarsos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TarsosPitchEstimatorTest {

    private static float[] tone(double sampleRate, double hertz, int length) {
        float[] frame = new float[length];
        for (int i = 0; i < length; i++) {
            double phase = 2 * Math.PI * hertz * i / sampleRate;
            frame[i] = (float) (0.4 * Math.sin(phase) + 0.2 * Math.sin(2 * phase + 1) + 0.1 * Math.sin(3 * phase + 2));
        }
        return frame;
    }

    @ParameterizedTest
    @CsvSource({"44100, 55", "44100, 440", "48000, 48.0", "48000, 77.8", "48000, 200", "48000, 440", "48000, 2093"})
    void a_periodic_tone_has_its_pitch_even_where_the_fast_form_gives_up(double sampleRate, double hertz) {
        var estimator = new TarsosPitchEstimator(sampleRate, 2048);
        var estimate = estimator.estimate(tone(sampleRate, hertz, 2048)).orElseThrow();
        assertThat(estimate.hertz()).isCloseTo(hertz, within(hertz * 0.004));
        assertThat(estimate.confidence()).isGreaterThan(0.95);
        assertThat(estimate.midi()).isCloseTo(69 + 12 * Math.log(hertz / 440) / Math.log(2), within(0.07));
    }

    @Test
    void no_perfect_tone_is_lost() {
        var estimator = new TarsosPitchEstimator(48_000, 2048);
        for (double hertz = 48; hertz < 2100; hertz *= 1.004) {
            float[] frame = new float[2048];
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (float) (0.9 * Math.sin(2 * Math.PI * hertz * i / 48_000));
            }
            assertThat(estimator.estimate(frame)).as("%s Hz", hertz).isPresent();
        }
    }

    @Test
    void silence_and_noise_have_none() {
        var estimator = new TarsosPitchEstimator(48_000, 1024);
        assertThat(estimator.estimate(new float[1024])).isEmpty();
        Random random = new Random(1);
        float[] noise = new float[1024];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        assertThat(estimator.estimate(noise)).isEmpty();
    }

    @Test
    void the_frame_is_not_changed_and_the_answer_does_not_change_later() {
        var estimator = new TarsosPitchEstimator(48_000, 2048);
        float[] frame = tone(48_000, 300, 2048);
        float[] copy = frame.clone();
        var first = estimator.estimate(frame).orElseThrow();
        double hertz = first.hertz();
        estimator.estimate(tone(48_000, 500, 2048));
        assertThat(frame).isEqualTo(copy);
        assertThat(first.hertz()).isEqualTo(hertz);
    }
}
