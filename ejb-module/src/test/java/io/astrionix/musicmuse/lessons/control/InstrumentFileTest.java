package io.astrionix.musicmuse.lessons.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.lessons.boundary.Clef;
import io.astrionix.musicmuse.lessons.boundary.Instrument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentFileTest {

    @Test
    void a_line_is_an_instrument() {
        List<Instrument> read = InstrumentFile.read(List.of("# remark", "", "cello tuned bass,tenor 0 C2 A5 C2 E4 A2"));
        assertThat(read)
                .containsExactly(new Instrument(
                        "cello",
                        "instrument.cello",
                        InputKind.TUNED,
                        Clef.BASS,
                        List.of(Clef.TENOR),
                        36,
                        81,
                        0,
                        36,
                        64,
                        45));
    }

    @Test
    void a_line_with_a_missing_column_or_mixed_up_ranges_is_refused() {
        assertThatThrownBy(() -> InstrumentFile.read(List.of("cello tuned bass 0 C2 A5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cello");
        assertThatThrownBy(() -> InstrumentFile.read(List.of("cello tuned bass 0 C2 A5 B1 E4 A2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cello");
        assertThatThrownBy(() -> InstrumentFile.read(List.of("cello bowed bass 0 C2 A5 C2 E4 A2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bowed");
    }

    @ParameterizedTest
    @CsvSource({
        "-2,0,-1,-2",
        "-7,0,-4,-7",
        "-9,0,-5,-9",
        "-12,-1,0,0",
        "12,1,0,0",
        "-14,-1,-1,-2",
        "3,0,2,3",
    })
    void a_transposition_is_split_into_octaves_letters_and_semitones(
            int semitones, int octaves, int letters, int beyond) {
        assertThat(TranspositionInterval.of(semitones)).isEqualTo(new TranspositionInterval(octaves, letters, beyond));
    }
}
