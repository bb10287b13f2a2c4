package io.astrionix.musicmuse.lessons.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.lessons.boundary.Clef;
import io.astrionix.musicmuse.lessons.boundary.Instrument;
import io.astrionix.musicmuse.lessons.entity.Pitch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClefChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "TREBLE,E4 F5,0",
        "TREBLE,D4 G5,0",
        "TREBLE,C4,1",
        "TREBLE,A5,1",
        "TREBLE,G3,2",
        "TREBLE_8VB,E3 F4,0",
        "TREBLE_8VB,E2,3",
        "BASS,G2 A3,0",
        "BASS,C4,1",
        "BASS,E2,1",
        "ALTO,F3 G4,0",
        "ALTO,C3,1",
        "TENOR,D3 E4,0",
        "PERCUSSION,B4,0",
    })
    void counts_ledger_lines(Clef clef, String notes, int lines) {
        assertThat(ClefChoice.ledgerLines(clef, pitches(notes))).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource({
        "cello,C2 D4,BASS",
        "cello,F4 A5,TREBLE",
        "cello,C3 D5,TENOR",
        "piano,C2 C4,BASS",
        "piano,C4 C6,TREBLE",
        "violin,G3 E7,TREBLE"
    })
    void another_clef_is_taken_only_against_many_ledger_lines(String instrument, String notes, Clef clef) {
        Instrument player = CatalogueFiles.instruments().stream()
                .filter(candidate -> candidate.id().equals(instrument))
                .findAny()
                .orElseThrow();
        assertThat(ClefChoice.of(player, pitches(notes))).isEqualTo(clef);
    }

    private static List<Pitch> pitches(String names) {
        return Arrays.stream(names.split(" ")).map(Pitch::parse).toList();
    }
}
