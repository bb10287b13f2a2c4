package io.astrionix.musicmuse.lessons.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.lessons.boundary.ExerciseKind;
import io.astrionix.musicmuse.lessons.entity.ExerciseTemplate;
import io.astrionix.musicmuse.lessons.entity.NoteOrRest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExerciseFileTest {

    private static final String HEAD = "exercise study\nkind rhythm\nkey C major\nmeter 3/4\ntempo 70\n";

    @Test
    void reads_names_values_rests_dots_and_ties() {
        ExerciseTemplate study = ExerciseFile.read((HEAD + "# a remark\n| C4:q. D4:e E4:q~ |\n| E4:h -:e F#4:s G4 |\n")
                        .lines()
                        .toList())
                .get(0);

        assertThat(study.id()).isEqualTo("study");
        assertThat(study.kind()).isEqualTo(ExerciseKind.RHYTHM);
        assertThat(study.tempo()).isEqualTo(70);
        assertThat(study.beatsPerBar()).isEqualTo(3);
        assertThat(study.bars()).hasSize(2);
        assertThat(study.bars().get(0))
                .extracting(sign -> sign.value().sixteenths())
                .containsExactly(6, 2, 4);
        assertThat(study.bars().get(0)).extracting(NoteOrRest::tiedToNext).containsExactly(false, false, true);
        assertThat(study.bars().get(1))
                .extracting(sign -> sign.pitch().map(Object::toString).orElse("rest"))
                .containsExactly("E4", "rest", "F#4", "G4");
        assertThat(study.bars().get(1))
                .extracting(sign -> sign.value().sixteenths())
                .containsExactly(8, 2, 1, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "| C4:q D4 |;bar 1 lasts 8 sixteenths",
                "| C4:q D4 E4 F4 |;bar 1 lasts 16 sixteenths",
                "| C4:q D4 E4;no bar line",
                "| C4 D4 E4 |;first note needs a value",
                "| C4:q D4 H4 |;not a note name: H4",
                "| C4:q D4 E4:z |;not a note value: z",
                "| C4:h. | C4:h C4:s. C4:s. |;sixteenth cannot be dotted",
                "| C4:h D4:q~ | E4:h. |;tie from D4",
                "| C4:h D4:q~ |;tied to nothing",
                "| C4:h -:q~ |;a rest cannot be tied",
            })
    void a_mistake_in_the_music_is_refused_with_the_name_of_the_exercise(String music, String message) {
        assertThatThrownBy(() -> ExerciseFile.read((HEAD + music).lines().toList()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("study")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "meter 3/4,meter 6/8,a meter counts quarter notes",
        "kind rhythm,kind dance,DANCE",
        "key C major,key C,a tonic and a mode",
        "tempo 70,tempo fast,fast",
        "tempo 70,speed 70,not a line of the exercise file: speed 70",
        "kind rhythm,# nothing,no line 'kind'",
    })
    void a_mistake_in_the_head_is_refused(String right, String wrong, String message) {
        List<String> lines = (HEAD.replace(right, wrong) + "| C4:h. |").lines().toList();
        assertThatThrownBy(() -> ExerciseFile.read(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
