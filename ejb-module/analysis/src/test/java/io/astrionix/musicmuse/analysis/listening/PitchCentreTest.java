package io.astrionix.musicmuse.analysis.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PitchCentreTest {

    private static final double MEASURED_EVERY_SECONDS = 0.0107;

    @ParameterizedTest
    @ValueSource(ints = {26, 31, 36, 41, 46, 51, 60})
    void a_vibrato_has_its_pitch_in_the_middle_wherever_it_ends(int count) {
        assertThat(centre(count, i -> 69 + 0.4 * Math.sin(2 * Math.PI * 5.5 * i * MEASURED_EVERY_SECONDS)))
                .isCloseTo(69, within(0.08));
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 36, 41, 46, 51, 60})
    void a_voice_may_sway_by_a_semitone_to_either_side(int count) {
        double[] midi = IntStream.range(0, count)
                .mapToDouble(i -> 69 + Math.sin(2 * Math.PI * 5.5 * i * MEASURED_EVERY_SECONDS))
                .toArray();
        assertThat(new PitchCentre(64, SoundSource.VOICE.widestVibrato()).of(midi, count))
                .isCloseTo(69, within(0.2));
    }

    @Test
    void a_trill_on_an_instrument_is_one_of_its_notes() {
        assertThat(centre(60, i -> i % 16 < 9 ? 69 : 71)).isEqualTo(69);
    }

    @Test
    void a_steady_note_is_not_moved_by_a_few_wrong_measurements() {
        assertThat(centre(40, i -> i < 8 ? 81 : 69)).isEqualTo(69);
    }

    @Test
    void a_slide_is_where_it_stays_longest() {
        assertThat(centre(40, i -> i < 15 ? 68 + i / 15.0 : 69)).isEqualTo(69);
    }

    @Test
    void one_measurement_is_enough() {
        assertThat(centre(1, i -> 60.5)).isEqualTo(60.5);
    }

    private static double centre(int count, IntToDoubleFunction pitch) {
        double[] midi = IntStream.range(0, count).mapToDouble(pitch).toArray();
        return new PitchCentre(64, SoundSource.INSTRUMENT.widestVibrato()).of(midi, count);
    }
}
