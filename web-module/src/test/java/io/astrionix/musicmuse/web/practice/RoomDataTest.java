package io.astrionix.musicmuse.web.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.practice.boundary.AudioDeviceView;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomDataTest {

    @ParameterizedTest
    @Tag("ASVS-1.2.3")
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "\"},\"x\":{\"",
                "\\\"; alert(1); //",
                "&quot;&lt;",
                "line\nbreak\u2028and\u2029more",
                "<img src=x onerror=alert(1)>"
            })
    void the_name_of_a_microphone_stays_a_text(String label) {
        var exercise = new ExerciseCatalog()
                .prepare(new ExerciseChoice("scale-major-one-octave", "violin", Optional.of("C"), 0, 80));
        var json = new RoomData(exercise, label)
                .devices(List.of(new AudioDeviceView(UUID.randomUUID(), label, label, 1, 1, Instant.EPOCH)))
                .toJson(Locale.ENGLISH, "");
        assertThat(json).doesNotContain("<", ">", "&");
        var room = Json.createReader(new StringReader(json)).readObject();
        assertThat(room.getString("title")).isEqualTo(label);
        assertThat(room.getJsonArray("devices").getJsonObject(0).getString("label"))
                .isEqualTo(label);
        assertThat(room).doesNotContainKey("x");
    }
}
