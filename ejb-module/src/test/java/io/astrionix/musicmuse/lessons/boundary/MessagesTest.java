package io.astrionix.musicmuse.lessons.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final String BUNDLE = "io.astrionix.musicmuse.lessons.messages";

    private final ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
    private final ResourceBundle german = ResourceBundle.getBundle(BUNDLE, Locale.GERMAN);

    @Test
    void every_key_the_context_gives_out_has_a_text_and_no_text_is_left_over() {
        ExerciseCatalog catalog = new ExerciseCatalog();
        List<String> keys = new ArrayList<>();
        catalog.exercises().forEach(exercise -> keys.add(exercise.titleKey()));
        catalog.instruments().forEach(instrument -> keys.add(instrument.nameKey()));
        Arrays.stream(ExerciseKind.values()).forEach(kind -> keys.add(kind.nameKey()));
        keys.addAll(List.of(
                "exercise.unknown",
                "instrument.unknown",
                "exercise.key.unknown",
                "exercise.tempo.range",
                "exercise.octave.range",
                "exercise.out-of-range",
                "exercise.out-of-range.key"));

        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void german_has_the_same_keys_and_placeholders() {
        assertThat(german.getLocale()).isEqualTo(Locale.GERMAN);
        assertThat(german.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        assertThat(english.keySet()).allSatisfy(key -> {
            assertThat(german.getString(key).contains("{0}"))
                    .as(key)
                    .isEqualTo(english.getString(key).contains("{0}"));
            assertThat(german.getString(key).contains("{1}"))
                    .as(key)
                    .isEqualTo(english.getString(key).contains("{1}"));
        });
    }

    @Test
    void accents_are_read_as_utf_8() {
        assertThat(english.getString("exercise.tune-frere-jacques.title")).isEqualTo("Frère Jacques");
        assertThat(german.getString("instrument.flute")).isEqualTo("Querflöte");
    }
}
