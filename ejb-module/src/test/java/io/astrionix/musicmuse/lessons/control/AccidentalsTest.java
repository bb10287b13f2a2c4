package io.astrionix.musicmuse.lessons.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.lessons.entity.Pitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccidentalsTest {

    @ParameterizedTest
    @CsvSource({
        "0,C4,",
        "0,F#4,sharp",
        "1,F#4,",
        "1,F4,natural",
        "5,F##4,double-sharp",
        "-6,Cb5,",
        "-6,F4,",
        "-6,D4,natural",
        "-2,Eb4,",
        "-2,Ab4,flat",
        "-1,Bbb4,flat-flat",
        "6,E#4,",
        "6,B4,",
    })
    void a_note_needs_an_accidental_where_the_signature_does_not_say_it(int fifths, String name, String accidental) {
        assertThat(new Accidentals(fifths).before(Pitch.parse(name)).orElse(null))
                .isEqualTo(accidental);
    }

    @Test
    void an_accidental_counts_to_the_end_of_the_bar_and_in_its_octave_only() {
        Accidentals accidentals = new Accidentals(0);
        assertThat(accidentals.before(Pitch.parse("F#4"))).contains("sharp");
        assertThat(accidentals.before(Pitch.parse("F#4"))).isEmpty();
        assertThat(accidentals.before(Pitch.parse("F#5"))).contains("sharp");
        assertThat(accidentals.before(Pitch.parse("F4"))).contains("natural");
        accidentals.startBar();
        assertThat(accidentals.before(Pitch.parse("F4"))).isEmpty();
        assertThat(accidentals.before(Pitch.parse("F#5"))).contains("sharp");
    }
}
