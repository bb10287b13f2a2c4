package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {

    private static final ScoringRules BEGINNER = RuleBook.current(InputKind.TUNED, Strictness.BEGINNER);

    /** Four notes a second apart, from second 1 on. */
    private static final List<ExpectedNote> MUSIC = List.of(
            new ExpectedNote(0, 60, 1, 1),
            new ExpectedNote(1, 62, 2, 1),
            new ExpectedNote(2, 64, 3, 1),
            new ExpectedNote(3, 65, 4, 1));

    private static List<PlayedNote> allRightBut(int note, double millis, double cents) {
        List<PlayedNote> played = new ArrayList<>();
        for (ExpectedNote expected : MUSIC) {
            boolean changed = expected.index() == note;
            played.add(new PlayedNote(
                    expected.index(),
                    expected.startSeconds() + (changed ? millis / 1000 : 0),
                    0.9,
                    expected.midi() + (changed ? cents / 100 : 0)));
        }
        return played;
    }

    private static List<Verdict> verdicts(List<ExpectedNote> music, PlayedNote... played) {
        return Scorer.score(music, List.of(played), BEGINNER).verdicts().stream()
                .map(NoteVerdict::verdict)
                .toList();
    }

    private static NoteVerdict verdict(TakeScore score, int note) {
        return score.verdicts().stream()
                .filter(v -> v.noteIndex() == note)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "beginner, 100, 0, right", "beginner, 100.001, 0, late", "beginner, -100, 0, right",
        "beginner, -100.001, 0, early", "beginner, 0, 35, right", "beginner, 0, 35.001, sharp",
        "beginner, 0, -35, right", "beginner, 0, -35.001, flat", "beginner, 0, 50, sharp",
        "beginner, 0, 50.001, wrong", "beginner, 0, -50.001, wrong", "beginner, 150, 45, late",
        "beginner, 150, 100, wrong", "beginner, 300, 100, wrong", "beginner, 300.001, 100, missed",
        "beginner, 600, 0, late", "beginner, 600.001, 0, missed", "beginner, -600, 0, early",
        "standard, 60, 0, right", "standard, 60.001, 0, late", "standard, 0, 25, right",
        "standard, 0, 25.001, sharp", "standard, 0, 50, sharp", "standard, 0, 50.001, wrong",
        "strict, 35, 0, right", "strict, 35.001, 0, late", "strict, 0, 15, right",
        "strict, 0, 15.001, sharp", "strict, 0, -15.001, flat", "strict, 0, 1200, wrong"
    })
    void every_window_ends_where_the_table_says(String strictness, double millis, double cents, String expected) {
        ScoringRules rules =
                RuleBook.current(InputKind.TUNED, Strictness.of(strictness).orElseThrow());
        assertThat(verdict(Scorer.score(MUSIC, allRightBut(1, millis, cents), rules), 1)
                        .verdict()
                        .id())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // One note of four: 10 points are its rhythm, 15 its pitch.
        "0, 0, 100",
        "100, 0, 100",
        "150, 0, 95",
        "200, 0, 90",
        "400, 0, 90",
        "-150, 0, 95",
        "0, 35, 100",
        "0, 42.5, 92.5",
        "0, 50, 85",
        "0, -42.5, 92.5",
        "0, 51, 85",
        "150, 42.5, 87.5",
        "200, 100, 75"
    })
    void credit_fades_in_a_straight_line(double millis, double cents, double expected) {
        assertThat(Scorer.score(MUSIC, allRightBut(2, millis, cents), BEGINNER).score())
                .isCloseTo(expected, within(1e-6));
    }

    @Test
    void a_missed_note_costs_its_share() {
        List<PlayedNote> played = allRightBut(0, 0, 0);
        played.remove(1);
        TakeScore score = Scorer.score(MUSIC, played, BEGINNER);
        assertThat(score.score()).isCloseTo(75, within(1e-9));
        assertThat(score.accuracyPercent()).isCloseTo(75, within(1e-9));
        assertThat(score.attempted()).isEqualTo(3);
        assertThat(verdict(score, 1).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(verdict(score, 1).onsetSeconds()).isEmpty();
    }

    @Test
    void an_extra_note_costs_and_is_named() {
        List<PlayedNote> played = allRightBut(0, 0, 0);
        played.add(new PlayedNote(77, 2.5, 0.1, 70.1));
        TakeScore score = Scorer.score(MUSIC, played, BEGINNER);
        assertThat(score.score()).isCloseTo(80, within(1e-9));
        assertThat(score.accuracyPercent()).isCloseTo(80, within(1e-9));
        assertThat(score.extras()).isEqualTo(1);
        assertThat(score.notesPlayed()).isEqualTo(5);
        NoteVerdict extra = score.verdicts().get(2);
        assertThat(extra.verdict()).isEqualTo(Verdict.EXTRA);
        assertThat(extra.noteIndex()).isEqualTo(NoteVerdict.EXTRA_NOTE);
        assertThat(extra.extraId()).hasValue(77);
        assertThat(extra.heardMidi()).hasValue(70.1);
    }

    @Test
    void a_wrong_note_is_attempted_and_says_what_was_heard() {
        TakeScore score = Scorer.score(MUSIC, allRightBut(3, 40, -1200), BEGINNER);
        assertThat(score.attempted()).isEqualTo(4);
        assertThat(score.right()).isEqualTo(3);
        NoteVerdict wrong = verdict(score, 3);
        assertThat(wrong.heardMidi()).hasValue(53);
        assertThat(wrong.cents()).hasValue(-1200);
        assertThat(wrong.timingMillis().getAsDouble()).isCloseTo(40, within(1e-6));
        assertThat(score.medianCents()).hasValue(0);
    }

    @Test
    void who_always_drags_is_told_so_and_not_forgiven() {
        List<PlayedNote> played = MUSIC.stream()
                .map(n -> new PlayedNote(n.index(), n.startSeconds() + 0.12, 0.5, n.midi() - 0.1))
                .toList();
        TakeScore score = Scorer.score(MUSIC, played, BEGINNER);
        assertThat(score.medianTimingMillis().getAsDouble()).isCloseTo(120, within(1e-6));
        assertThat(score.medianCents().getAsDouble()).isCloseTo(-10, within(1e-6));
        assertThat(score.right()).isZero();
        assertThat(score.accuracyPercent()).isZero();
    }

    @Test
    void the_right_note_is_taken_although_a_wrong_one_is_nearer() {
        List<PlayedNote> played = allRightBut(1, 90, 0);
        played.add(new PlayedNote(9, 2.001, 0.05, 69));
        TakeScore score = Scorer.score(MUSIC, played, BEGINNER);
        assertThat(verdict(score, 1).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(verdict(score, -1).extraId()).hasValue(9);
    }

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

    @Test
    void a_note_out_of_its_place_is_extra() {
        List<ExpectedNote> quick = List.of(new ExpectedNote(0, 60, 1, 0.2), new ExpectedNote(1, 62, 1.2, 0.2));
        assertThat(verdicts(quick, new PlayedNote(0, 1.13, 0.02, 62), new PlayedNote(1, 1.15, 0.1, 60)))
                .containsExactly(Verdict.MISSED, Verdict.EXTRA, Verdict.RIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 180, RIGHT",
        "0.69, 180, RIGHT",
        "0.7, 135.001, LATE",
        "0.7, 135, RIGHT",
        "0.998, 135, RIGHT",
        "0.999, 101, LATE",
        "1, 101, LATE"
    })
    void nobody_is_late_by_what_is_not_sure(double confidence, double millis, Verdict expected) {
        List<PlayedNote> played = new ArrayList<>(allRightBut(1, 0, 0));
        played.set(1, new PlayedNote(1, 2 + millis / 1000, 0.5, 62, confidence));
        TakeScore score = Scorer.score(MUSIC, played, BEGINNER);
        assertThat(verdict(score, 1).verdict()).isEqualTo(expected);
        assertThat(verdict(score, 1).timingMillis().isPresent()).isEqualTo(expected == Verdict.LATE);
        assertThat(score.score() < 100).isEqualTo(expected == Verdict.LATE);
        TakeScore byKeys = Scorer.score(MUSIC, played, RuleBook.current(InputKind.KEYS, Strictness.BEGINNER));
        assertThat(verdict(byKeys, 1).verdict()).isEqualTo(Verdict.LATE);
    }

    @Test
    void a_verdict_is_the_surer_the_surer_the_note_and_keys_are_heard_for_sure() {
        List<PlayedNote> played = allRightBut(3, 0, 100);
        played.set(1, new PlayedNote(1, 2, 0.5, 62, 0.3));
        played.set(2, new PlayedNote(2, 3.2, 0.5, 64, 0.7));
        played.set(3, new PlayedNote(3, 4, 0.5, 66, 0.9));
        played.remove(0);
        TakeScore score = Scorer.score(MUSIC, played, BEGINNER);
        assertThat(score.verdicts()).extracting(NoteVerdict::confidence).containsExactly(0.57, 0.96, 0.81, 0.58);
        assertThat(Scorer.score(MUSIC, played, RuleBook.current(InputKind.KEYS, Strictness.BEGINNER))
                        .verdicts())
                .extracting(NoteVerdict::confidence)
                .containsOnly(1.0);
    }

    @Test
    void notes_of_one_chord_are_told_apart_by_pitch() {
        List<ExpectedNote> chord = List.of(new ExpectedNote(0, 60, 1, 1), new ExpectedNote(1, 64, 1, 1));
        List<PlayedNote> played = List.of(new PlayedNote(0, 1, 1, 64), new PlayedNote(1, 1.01, 1, 60));
        assertThat(Scorer.score(chord, played, BEGINNER).right()).isEqualTo(2);
    }

    @Test
    void nothing_expected_or_nothing_played_is_worth_nothing() {
        assertThat(Scorer.score(List.of(), List.of(), BEGINNER).score()).isZero();
        assertThat(Scorer.score(List.of(), allRightBut(0, 0, 0), BEGINNER).accuracyPercent())
                .isZero();
        TakeScore silent = Scorer.score(MUSIC, List.of(), BEGINNER);
        assertThat(silent.score()).isZero();
        assertThat(silent.medianTimingMillis()).isEmpty();
        assertThat(silent.verdicts()).extracting(NoteVerdict::verdict).containsOnly(Verdict.MISSED);
    }

    @Test
    void so_far_a_note_is_missed_only_when_it_can_come_no_more() {
        assertThat(Scorer.judgeSoFar(MUSIC, List.of(), BEGINNER, 1.6, 0)).isEmpty();
        assertThat(Scorer.judgeSoFar(MUSIC, List.of(), BEGINNER, 1.601, 0))
                .extracting(NoteVerdict::noteIndex)
                .containsExactly(0);
    }

    @Test
    void so_far_a_note_played_has_its_verdict_at_once() {
        List<PlayedNote> played = List.of(new PlayedNote(0, 1.12, 0.1, 60));
        assertThat(Scorer.judgeSoFar(MUSIC, played, BEGINNER, 1.13, 0))
                .extracting(NoteVerdict::verdict)
                .containsExactly(Verdict.LATE);
    }

    @Test
    void so_far_a_note_is_extra_only_when_it_cannot_be_meant_as_another_any_more() {
        List<PlayedNote> between = List.of(new PlayedNote(5, 1.5, 0.1, 70));
        assertThat(Scorer.judgeSoFar(MUSIC, between, BEGINNER, 1.4, 0))
                .extracting(NoteVerdict::extraId)
                .containsExactly(OptionalInt.of(5));
        List<PlayedNote> inWindow = List.of(new PlayedNote(5, 1.4, 0.1, 70));
        assertThat(Scorer.judgeSoFar(MUSIC, inWindow, BEGINNER, 1.42, 0)).isEmpty();
        assertThat(Scorer.judgeSoFar(MUSIC, inWindow, BEGINNER, 1.46, 0))
                .extracting(NoteVerdict::verdict)
                .containsExactly(Verdict.EXTRA);
        List<PlayedNote> early = List.of(new PlayedNote(5, 1.54, 0.1, 62));
        assertThat(Scorer.judgeSoFar(MUSIC, early, BEGINNER, 2.44, 0))
                .extracting(NoteVerdict::verdict)
                .containsExactly(Verdict.MISSED);
        assertThat(Scorer.judgeSoFar(MUSIC, early, BEGINNER, 2.46, 0))
                .extracting(NoteVerdict::verdict)
                .containsExactly(Verdict.MISSED, Verdict.EARLY);
    }

    @Test
    void strictness_and_verdicts_have_lower_case_names() {
        assertThat(Strictness.of("strict")).contains(Strictness.STRICT);
        assertThat(Strictness.of("STRICT")).isEmpty();
        assertThat(Strictness.BEGINNER.id()).isEqualTo("beginner");
        assertThat(Verdict.RIGHT.id()).isEqualTo("right");
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedNote(-1, 60, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedNote(0, 128, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedNote(0, 60, -0.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedNote(0, 60, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExpectedNote(0, 60, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlayedNote(0, Double.NaN, 1, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlayedNote(0, 1, -1, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlayedNote(0, 1, 1, 60, 1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoringRules(
                        "v", 200, 100, 35, 50, 0.45, 0, 600, 300, 0.6, Double.POSITIVE_INFINITY, OnsetTrust.FULL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoringRules(
                        "v", 100, 200, 35, 50, 0.5, 0, 600, 300, 0.6, Double.POSITIVE_INFINITY, OnsetTrust.FULL));
    }
}
