package io.astrionix.musicmuse.lessons.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PitchTest {

    @ParameterizedTest
    @CsvSource({"C4,60", "A4,69", "C-1,0", "G9,127", "B#3,60", "Cb4,59", "F##4,67", "Ebb5,74", "A0,21"})
    void a_name_has_its_midi_number_and_is_written_as_it_was_read(String name, int midi) {
        assertThat(Pitch.parse(name).midi()).isEqualTo(midi);
        assertThat(Pitch.parse(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H4", "c4", "C", "C#b4", "C44", "C###4"})
    void what_is_no_note_name_is_refused(String name) {
        assertThatThrownBy(() -> Pitch.parse(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({"G#4,1,1,A4", "C4,4,7,G4", "B4,1,2,C#5", "E4,2,4,G#4", "C4,-1,-1,B3", "G#4,4,6,D5"})
    void an_interval_of_letters_and_semitones_fixes_the_spelling(String from, int letters, int semitones, String to) {
        assertThat(Pitch.parse(from).plus(letters, semitones).name()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "B#3,C4",
        "Cb4,B3",
        "E#4,F4",
        "F##4,G4",
        "E##4,F#4",
        "Abb3,G3",
        "Fbb4,Eb4",
        "G#4,G#4",
        "Gb4,Gb4",
        "C4,C4"
    })
    void the_plain_spelling_uses_white_keys_and_single_accidentals(String from, String to) {
        assertThat(Pitch.parse(from).plain()).isEqualTo(Pitch.parse(to));
        assertThat(Pitch.parse(from).plain().midi()).isEqualTo(Pitch.parse(from).midi());
    }

    @Test
    void neighbours_on_the_staff_differ_by_one_position() {
        assertThat(Pitch.parse("C5").staffPosition())
                .isEqualTo(Pitch.parse("B#4").staffPosition() + 1);
    }
}
