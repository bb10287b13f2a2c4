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
    static final List<ExpectedNote> MUSIC = List.of(
            new ExpectedNote(0, 60, 1, 1),
            new ExpectedNote(1, 62, 2, 1),
            new ExpectedNote(2, 64, 3, 1),
            new ExpectedNote(3, 65, 4, 1));

    static List<PlayedNote> allRightBut(int note, double millis, double cents) {
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
