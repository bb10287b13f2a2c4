package io.astrionix.musicmuse.lessons.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MusicalKeyTest {

    @ParameterizedTest
    @CsvSource({
        "C,0", "Db,-5", "D,2", "Eb,-3", "E,4", "F,-1", "F#,6", "G,1", "Ab,-4", "A,3", "Bb,-2", "B,5",
    })
    void the_twelve_major_keys_have_their_signatures(String tonic, int fifths) {
        assertThat(Mode.MAJOR.tonics()).contains(tonic).hasSize(12);
        assertThat(new MusicalKey(tonic, Mode.MAJOR).fifths()).isEqualTo(fifths);
    }

    @ParameterizedTest
    @CsvSource({
        "C,-3", "C#,4", "D,-1", "Eb,-6", "E,1", "F,-4", "F#,3", "G,-2", "G#,5", "A,0", "Bb,-5", "B,2",
    })
    void the_twelve_minor_keys_have_their_signatures(String tonic, int fifths) {
        assertThat(Mode.MINOR.tonics()).contains(tonic).hasSize(12);
        assertThat(new MusicalKey(tonic, Mode.MINOR).fifths()).isEqualTo(fifths);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void the_keys_of_a_mode_are_the_twelve_semitones_in_order(Mode mode) {
        assertThat(mode.tonics().stream().map(tonic -> Pitch.parse(tonic + "4").midi()))
                .containsExactly(60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71);
    }

    @ParameterizedTest
    @CsvSource({
        "C,C D E F G A B C",
        "Db,Db Eb F Gb Ab Bb C Db",
        "D,D E F# G A B C# D",
        "Eb,Eb F G Ab Bb C D Eb",
        "E,E F# G# A B C# D# E",
        "F,F G A Bb C D E F",
        "F#,F# G# A# B C# D# E# F#",
        "G,G A B C D E F# G",
        "Ab,Ab Bb C Db Eb F G Ab",
        "A,A B C# D E F# G# A",
        "Bb,Bb C D Eb F G A Bb",
        "B,B C# D# E F# G# A# B",
    })
    void major_scales_are_spelled_with_each_letter_once(String tonic, String expected) {
        MusicalKey home = new MusicalKey("C", Mode.MAJOR);
        List<String> scale = Stream.of("C4", "D4", "E4", "F4", "G4", "A4", "B4", "C5")
                .map(name -> home.move(Pitch.parse(name), new MusicalKey(tonic, Mode.MAJOR)))
                .map(Pitch::className)
                .toList();
        assertThat(scale).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "A,F G# A", "E,C D# E", "B,G A# B", "F#,D E# F#", "C#,A B# C#", "G#,E F## G#",
        "D,Bb C# D", "G,Eb F# G", "C,Ab B C", "F,Db E F", "Bb,Gb A Bb", "Eb,Cb D Eb",
    })
    void the_raised_seventh_of_harmonic_minor_is_spelled_on_its_own_letter(String tonic, String expected) {
        MusicalKey home = new MusicalKey("A", Mode.MINOR);
        List<String> end = Stream.of("F4", "G#4", "A4")
                .map(name -> home.move(Pitch.parse(name), new MusicalKey(tonic, Mode.MINOR)))
                .map(Pitch::className)
                .toList();
        assertThat(end).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"F#,A#4,E4", "B,D#4,D4", "Db,C#4,D4", "F,Gb4,B4"})
    void chromatic_notes_are_spelled_plainly(String tonic, String written, String expected) {
        MusicalKey home = new MusicalKey("C", Mode.CHROMATIC);
        Pitch moved = home.move(Pitch.parse(written), new MusicalKey(tonic, Mode.CHROMATIC));
        assertThat(moved.className()).isEqualTo(Pitch.parse(expected).className());
        assertThat(new MusicalKey(tonic, Mode.CHROMATIC).fifths()).isZero();
    }
}
