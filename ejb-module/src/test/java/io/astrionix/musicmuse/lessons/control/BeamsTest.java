package io.astrionix.musicmuse.lessons.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.lessons.entity.NoteOrRest;
import io.astrionix.musicmuse.lessons.entity.NoteValue;
import io.astrionix.musicmuse.lessons.entity.Pitch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeamsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "e e e e; begin, end, begin, end",
                "e q e; none, none, none",
                "s s s s; begin/begin, continue/continue, continue/continue, end/end",
                "e. s; begin, end/backward hook",
                "s e.; begin/forward hook, end",
                "e s s; begin, continue/begin, end/end",
                "s s e; begin/begin, continue/end, end",
                "s e s; begin/forward hook, continue, end/backward hook",
                "-e e e e; none, none, begin, end",
                "q. e h; none, none, none",
            })
    void notes_of_one_beat_are_joined(String values, String expected) {
        List<NoteOrRest> bar =
                Arrays.stream(values.split(" ")).map(BeamsTest::sign).toList();
        List<List<String>> beams = Arrays.stream(expected.split(", *"))
                .map(String::strip)
                .map(text -> text.equals("none") ? List.<String>of() : List.of(text.split("/")))
                .toList();
        assertThat(Beams.of(bar)).isEqualTo(beams);
    }

    private static NoteOrRest sign(String value) {
        Optional<Pitch> pitch = value.startsWith("-") ? Optional.empty() : Optional.of(Pitch.parse("C4"));
        return new NoteOrRest(pitch, NoteValue.parse(value.replace("-", "")), false);
    }
}
