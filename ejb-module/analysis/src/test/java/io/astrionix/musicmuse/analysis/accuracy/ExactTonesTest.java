package io.astrionix.musicmuse.analysis.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExactTonesTest {

    private final PitchScores scores = new PitchScores();

    @ParameterizedTest
    @EnumSource(ExactTones.Timbre.class)
    void the_same_seed_gives_the_same_and_another_one_does_not(ExactTones.Timbre timbre) {
        ExactTones tones = ExactTones.of(timbre, ExactTones.Manner.STEPS, 1);

        assertThat(ExactTones.of(timbre, ExactTones.Manner.STEPS, 1).sound()).isEqualTo(tones.sound());
        assertThat(ExactTones.of(timbre, ExactTones.Manner.STEPS, 2).sound()).isNotEqualTo(tones.sound());
    }

    /** A sine has as many zeros as its frequency says, or its truth would be none. */
    @ParameterizedTest
    @EnumSource(ExactTones.Manner.class)
    void a_sine_swings_as_fast_as_is_said_of_it(ExactTones.Manner manner) {
        ExactTones tones = ExactTones.of(ExactTones.Timbre.SINE, manner, 3);
        short[] sound = tones.sound();
        double swings = 0;
        int zeros = 0;
        for (int i = 1; i < sound.length; i++) {
            double midi = tones.midiAt(i / 48_000.0);
            if (!Double.isNaN(midi)) {
                swings += SaidPitch.hertz(midi) / 48_000;
                zeros += sound[i - 1] < 0 && sound[i] >= 0 ? 1 : 0;
            }
        }
        assertThat(swings).isGreaterThan(1000).isCloseTo(zeros, within(20.0));
    }

    @Test
    void who_knows_the_truth_has_all_of_it_and_who_is_off_does_not() {
        ExactTones tones = ExactTones.of(ExactTones.Timbre.SAW, ExactTones.Manner.STEPS, 5);

        scores.add(tones, saying(tones, midi -> midi));
        assertThat(List.of(scores.rightPercent(), scores.precisePercent(), scores.cents(0.95)))
                .containsExactly(100.0, 100.0, 0.0);

        scores.add(tones, saying(tones, midi -> midi + 0.2));
        assertThat(scores.rightPercent()).isEqualTo(100);
        assertThat(scores.precisePercent()).isEqualTo(50);
        assertThat(scores.cents(0.95)).isCloseTo(20, within(0.001));

        scores.add(tones, saying(tones, midi -> Double.NaN));
        scores.add(tones, saying(tones, midi -> midi + 12));
        assertThat(scores.rightPercent()).isEqualTo(50);
    }

    private static List<SaidPitch> saying(ExactTones tones, DoubleUnaryOperator said) {
        List<SaidPitch> pitches = new ArrayList<>();
        for (double at = 0; at < ExactTones.seconds(); at += 0.005) {
            pitches.add(new SaidPitch(at, said.applyAsDouble(tones.midiAt(at))));
        }
        return pitches;
    }
}
