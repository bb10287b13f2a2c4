package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes that follow so fast that who is late plays when the next one is due: their order tells which was meant. */
class QuickMusicScoringTest {

    private static final ScoringRules BEGINNER = RuleBook.current(InputKind.TUNED, Strictness.BEGINNER);

    @Test
    void a_note_that_comes_with_its_neighbour_is_another() {
        List<ExpectedNote> quick = List.of(new ExpectedNote(0, 60, 1, 0.2), new ExpectedNote(1, 60, 1.2, 0.2));
        assertThat(verdicts(quick, new PlayedNote(0, 1.089, 0.1, 60))).containsExactly(Verdict.RIGHT, Verdict.MISSED);
        assertThat(verdicts(quick, new PlayedNote(0, 1.111, 0.1, 60))).containsExactly(Verdict.MISSED, Verdict.RIGHT);
        List<ExpectedNote> others = List.of(new ExpectedNote(0, 60, 1, 0.2), new ExpectedNote(1, 62, 1.2, 0.2));
        assertThat(verdicts(others, new PlayedNote(0, 1.161, 0.1, 60))).containsExactly(Verdict.MISSED, Verdict.WRONG);
    }

    @ParameterizedTest
    @CsvSource({"1.095, late", "1.155, late", "1.161, extra"})
    void a_note_that_lies_in_the_window_of_the_next_one_is_late_if_it_is_in_its_place(double onset, String verdict) {
        List<ExpectedNote> quick = List.of(
                new ExpectedNote(0, 60, 1, 0.2), new ExpectedNote(1, 62, 1.2, 0.2), new ExpectedNote(2, 64, 1.4, 0.2));
        ScoringRules standard = RuleBook.current(InputKind.TUNED, Strictness.STANDARD);
        List<PlayedNote> played = List.of(
                new PlayedNote(0, onset, 0.05, 60), new PlayedNote(1, 1.2, 0.1, 62), new PlayedNote(2, 1.4, 0.1, 64));
        assertThat(Scorer.score(quick, played, standard).verdicts())
                .extracting(v -> v.verdict().id())
                .contains(verdict);
        assertThat(Scorer.score(quick, played, RuleBook.rules("2026-12", InputKind.TUNED, Strictness.STANDARD))
                        .verdicts())
                .extracting(NoteVerdict::verdict)
                .containsExactlyInAnyOrder(Verdict.MISSED, Verdict.EXTRA, Verdict.RIGHT, Verdict.RIGHT);
    }

    @Test
    void whoever_lags_behind_in_quick_music_plays_late_and_not_wrong() {
        List<ExpectedNote> scale = new ArrayList<>();
        List<PlayedNote> played = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            scale.add(new ExpectedNote(i, 60 + i, 1 + 0.2 * i, 0.2));
            played.add(new PlayedNote(i, 1.13 + 0.2 * i, 0.2, 60 + i));
        }
        assertThat(Scorer.score(scale, played, BEGINNER).verdicts())
                .extracting(NoteVerdict::verdict)
                .containsOnly(Verdict.LATE);
    }

    /** A beginner's 100 ms are more than such a note lasts. */
    @Test
    void a_note_outside_its_window_is_never_in_time_and_has_no_rhythm_credit() {
        List<ExpectedNote> scale = new ArrayList<>();
        List<PlayedNote> played = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            scale.add(new ExpectedNote(i, 60 + i, 1 + 0.125 * i, 0.1));
            played.add(new PlayedNote(i, 1.095 + 0.125 * i, 0.1, 60 + i));
        }
        TakeScore score = Scorer.score(scale.subList(0, 7), played.subList(0, 7), BEGINNER);
        assertThat(score.verdicts().subList(0, 6))
                .extracting(NoteVerdict::verdict)
                .containsOnly(Verdict.LATE);
        assertThat(score.score()).isCloseTo(100 * (0.6 + 0.4 / 7), within(1e-9)); // the last one has no neighbour
    }

    @Test
    void a_note_out_of_its_place_is_extra() {
        List<ExpectedNote> quick = List.of(new ExpectedNote(0, 60, 1, 0.2), new ExpectedNote(1, 62, 1.2, 0.2));
        assertThat(verdicts(quick, new PlayedNote(0, 1.13, 0.02, 62), new PlayedNote(1, 1.15, 0.1, 60)))
                .containsExactly(Verdict.MISSED, Verdict.EXTRA, Verdict.RIGHT);
    }

    /** Another note may be held back, to be the next one, if that does not come in time. */
    @Test
    void so_far_a_note_is_not_missed_while_another_may_be_it() {
        List<ExpectedNote> quick = List.of(new ExpectedNote(0, 60, 1, 0.3), new ExpectedNote(1, 62, 1.3, 0.3));
        List<PlayedNote> early = List.of(new PlayedNote(0, 1.09, 0.1, 62));
        assertThat(Scorer.judgeSoFar(quick, early, BEGINNER, 1.3, 0)).isEmpty();
        assertThat(Scorer.judgeSoFar(quick, List.of(early.get(0), new PlayedNote(1, 1.3, 0.1, 62)), BEGINNER, 1.31, 0))
                .extracting(NoteVerdict::verdict)
                .containsExactly(Verdict.WRONG, Verdict.RIGHT);
    }

    private static List<Verdict> verdicts(List<ExpectedNote> music, PlayedNote... played) {
        return Scorer.score(music, List.of(played), BEGINNER).verdicts().stream()
                .map(NoteVerdict::verdict)
                .toList();
    }
}
