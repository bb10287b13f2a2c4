package io.astrionix.musicmuse.analysis.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.listening.training.TrueNote;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoresTest {

    private static final List<TrueNote> TRUTH = List.of(
            new TrueNote(1, 1.4, 60), new TrueNote(2, 2.4, 62), new TrueNote(3, 3.4, 64), new TrueNote(4, 4.4, 65));

    private final Scores scores = new Scores();

    @Test
    void counts_notes_in_time_and_tune() {
        scores.addNotes(
                TRUTH,
                List.of(
                        new SaidNote(1.01, 60.2, 1.06),
                        new SaidNote(2.04, 62, 2.1),
                        new SaidNote(3, 65, 3.1),
                        new SaidNote(4.2, 65, 4.3)));

        assertThat(scores.noteF1()).isEqualTo(0.5);
        assertThat(scores.onsetF50()).isEqualTo(0.75);
        assertThat(scores.onsetF25()).isEqualTo(0.5);
        assertThat(scores.delayMillis(0)).isCloseTo(60, within(1e-6));
        assertThat(scores.delayMillis(1)).isCloseTo(100, within(1e-6));
        assertThat(scores.medianCents()).isCloseTo(20, within(1e-6));
    }

    @Test
    void counts_pitches_and_octaves() {
        scores.addPitches(
                TRUTH,
                List.of(
                        new SaidPitch(0.5, 40),
                        new SaidPitch(1.01, 48),
                        new SaidPitch(1.2, 60.4),
                        new SaidPitch(1.3, 72.3),
                        new SaidPitch(2.2, Double.NaN),
                        new SaidPitch(2.3, 63)));

        assertThat(scores.rightPitch()).isEqualTo(0.25);
        assertThat(scores.octaveErrors()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void counts_verdicts_and_false_alarms() {
        ScoringRules rules =
                RuleBook.current(InputKind.TUNED, Strictness.STANDARD).withTolerances("test", 50, 150, 10, 60);
        List<ExpectedNote> music = IntStream.range(0, 4)
                .mapToObj(i -> new ExpectedNote(i, 60 + i, 1.0 + i, 0.5))
                .toList();
        List<PlayedNote> played =
                List.of(new PlayedNote(0, 1, 0, 60.2), new PlayedNote(1, 2.1, 0, 61), new PlayedNote(2, 3.1, 0, 62));
        PlannedTake take =
                new PlannedTake(music, Map.of(0, Verdict.RIGHT, 1, Verdict.RIGHT, 2, Verdict.LATE, 3, Verdict.MISSED));

        scores.addVerdicts(take, Scorer.score(music, played, rules).verdicts());

        assertThat(scores.rightVerdicts()).isEqualTo(0.75);
        assertThat(scores.falseAlarms()).isEqualTo(0.5);
    }

    @Test
    void a_pitch_that_stays_is_a_note() {
        List<SaidPitch> pitches = IntStream.range(0, 12)
                .mapToObj(i -> new SaidPitch(i / 10.0, i < 2 ? Double.NaN : i < 6 ? 60 : i == 6 ? 72 : 62))
                .toList();

        assertThat(PitchSteps.notes(pitches, 0.02))
                .containsExactly(new SaidNote(0.2, 60, 0.4 + 0.02), new SaidNote(0.7, 62, 0.9 + 0.02));
    }

    @Test
    void the_table_takes_the_place_of_the_one_before(@TempDir Path folder) throws Exception {
        scores.addNotes(TRUTH, List.of(new SaidNote(1.01, 60.2, 1.06)));
        Path page = folder.resolve("page.md");
        Files.writeString(page, """
                Before
                <!-- measured: begin -->
                old
                <!-- measured: end -->
                <!-- measured confidence: begin -->
                <!-- measured confidence: end -->
                After
                """);

        new AccuracyReport(Map.of(new OurEar(), scores), scores).writeTable(page);

        assertThat(page)
                .content()
                .startsWith("Before\n")
                .endsWith("\nAfter\n")
                .contains("| MusicMuse |", "0.400", "| said with a confidence of |")
                .doesNotContain("old");
    }
}
