package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.ClickTrack;
import io.astrionix.musicmuse.analysis.ConcertPitch;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.lessons.boundary.ScoreNote;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageMetronomeTest {

    private static final ExerciseChoice SCALE =
            new ExerciseChoice("scale-major-one-octave", "violin", Optional.of("C"), 0, 120);

    private static ControlMessage.Start start(boolean metronome, boolean calibrated) {
        return start(metronome, calibrated, TakePace.METRONOME);
    }

    private static ControlMessage.Start start(boolean metronome, boolean calibrated, TakePace pace) {
        var command = new StartPracticeCommand(SCALE, TakeInput.MICROPHONE, pace, Strictness.BEGINNER, calibrated, 3);
        return new ControlMessage.Start(command, 48_000, 0, ConcertPitch.STANDARD, metronome);
    }

    private static List<Double> accents(ClickTrack track) {
        return track.clicks().stream()
                .filter(click -> click.hertz() == PageMetronome.ACCENT_HERTZ)
                .map(ClickTrack.Click::seconds)
                .toList();
    }

    @Test
    void it_clicks_on_each_beat_for_as_long_as_somebody_plays_and_accents_the_first_one_of_a_bar() {
        var track = PageMetronome.clicks(new ExerciseCatalog().prepare(SCALE), start(true, true), 7);

        assertThat(track.clicks().stream().map(ClickTrack.Click::seconds))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 13).mapToObj(i -> i * 0.5).toList());
        assertThat(accents(track)).containsExactly(1.0, 3.0, 5.0);
        assertThat(track.clicks())
                .filteredOn(click -> click.hertz() == PageMetronome.BEAT_HERTZ)
                .hasSize(11);
    }

    /** One and a half beats before the bar: the page counts from the bar, not from the first note. */
    @Test
    void an_upbeat_is_counted_in_its_own_bar() {
        var notes = List.of(new ScoreNote(0, 60, 0, 1.5, 1, 3.5, "C4"), new ScoreNote(1, 62, 1.5, 4, 2, 1, "D4"));
        var exercise = new Exercise(SCALE, InputKind.TUNED, "", 4, 4, notes, "", 5.5);

        var track = PageMetronome.clicks(exercise, start(true, true), 5.5);

        assertThat(accents(track)).hasSize(2);
        assertThat(accents(track).get(0)).isCloseTo(1.75, within(1e-9));
        assertThat(accents(track).get(1)).isCloseTo(3.75, within(1e-9));
        assertThat(track.clicks().get(track.clicks().size() - 1).seconds()).isCloseTo(5.25, within(1e-9));
    }

    @Test
    void switched_off_only_the_count_in_sounds_and_in_an_own_tempo_nothing() {
        var exercise = new ExerciseCatalog().prepare(SCALE);
        assertThat(PageMetronome.clicks(exercise, start(false, true), 7).clicks().stream()
                        .map(ClickTrack.Click::seconds))
                .containsExactly(0.0, 0.5, 1.0, 1.5, 2.0, 2.5);
        assertThat(PageMetronome.clicks(exercise, start(true, true, TakePace.OWN), 7))
                .isEqualTo(ClickTrack.NONE);
    }

    @Test
    void only_a_delay_that_was_not_measured_is_unknown() {
        var exercise = new ExerciseCatalog().prepare(SCALE);

        assertThat(PageMetronome.clicks(exercise, start(true, true), 7).unknownDelaySeconds())
                .isZero();
        assertThat(PageMetronome.clicks(exercise, start(true, false), 7).unknownDelaySeconds())
                .isPositive();
    }

    @Test
    void the_pitches_are_those_the_page_plays() throws IOException {
        var script = Files.readString(Path.of("src/main/webapp/resources/musicmuse/js/practice/metronome.js"));

        assertThat(script)
                .contains("const ACCENT_HERTZ = %.0f;".formatted(PageMetronome.ACCENT_HERTZ))
                .contains("const BEAT_HERTZ = %.0f;".formatted(PageMetronome.BEAT_HERTZ));
    }
}
