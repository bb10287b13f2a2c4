package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Section 6b of the requirements of the Practice Room: an instrument that is out of tune is told so, once. */
class TuningTest {

    private static final ScoringRules STRICT = RuleBook.current(InputKind.TUNED, Strictness.STRICT);

    /** A scale of eight notes, one a second. */
    private static final List<ExpectedNote> MUSIC = IntStream.range(0, 8)
            .mapToObj(i -> new ExpectedNote(i, new int[] {60, 62, 64, 65, 67, 69, 71, 72}[i], 1.0 + i, 1))
            .toList();

    /** The scale on an instrument that is off by so many cents, each note a little differently. */
    private static List<PlayedNote> scale(double cents, double... atNotes) {
        return MUSIC.stream()
                .map(note -> {
                    double own = note.index() < atNotes.length ? atNotes[note.index()] : 0;
                    return new PlayedNote(note.index(), note.startSeconds(), 0.9, note.midi() + (cents + own) / 100);
                })
                .toList();
    }

    private static double tuning(double... deviations) {
        return Tuning.cents(Arrays.stream(deviations).boxed().toList(), STRICT);
    }

    @Test
    void an_instrument_is_as_far_off_as_the_middle_of_its_notes() {
        assertThat(tuning(-22, -25, -19, -24, -21)).isEqualTo(-22);
        assertThat(tuning(40, 41, 39, 40, 44, 38)).isEqualTo(40);
    }

    @Test
    void few_notes_or_notes_that_do_not_agree_tell_nothing() {
        assertThat(tuning(-22, -25, -19, -24)).isZero();
        assertThat(tuning(-45, -30, -18, 2, 25, -20)).isZero();
        assertThat(tuning(-22, -25, -19, -24, -21, 100, 200, -100, 100, 300)).isZero();
    }

    @Test
    void wrong_notes_among_others_do_not_hide_it() {
        assertThat(tuning(-22, -25, 200, -19, -24, -100, -21)).isEqualTo(-22);
    }

    @Test
    void up_to_15_cents_an_instrument_is_in_tune_and_beyond_50_it_is_another_pitch() {
        assertThat(tuning(15, 15, 15, 15, 15)).isZero();
        assertThat(tuning(15.1, 15.1, 15.1, 15.1, 15.1)).isEqualTo(15.1);
        assertThat(tuning(-50, -50, -50, -50, -50)).isEqualTo(-50);
        assertThat(tuning(-50.1, -50.1, -50.1, -50.1, -50.1)).isZero();
    }

    @Property
    void a_scale_in_itself_in_tune_is_right_on_any_instrument(
            @ForAll @DoubleRange(min = -45, max = 45) double cents, @ForAll Strictness strictness) {
        TakeScore score =
                Scorer.score(MUSIC, scale(cents, 3, -4, 0, 2, -1), RuleBook.current(InputKind.TUNED, strictness));
        assertThat(score.score()).isCloseTo(100, within(2.0));
        assertThat(score.right())
                .isGreaterThanOrEqualTo(Math.abs(cents) > 15 || strictness != Strictness.STRICT ? 8 : 6);
    }

    @Test
    void a_note_that_is_off_against_the_others_is_flat_as_before() {
        TakeScore score = Scorer.score(MUSIC, scale(-30, 0, 0, -30, 0, 0, 60), STRICT);
        assertThat(score.tuningCents()).hasValueCloseTo(-30.0, within(0.001));
        assertThat(score.verdicts().stream().map(NoteVerdict::verdict))
                .containsExactly(
                        Verdict.RIGHT,
                        Verdict.RIGHT,
                        Verdict.FLAT,
                        Verdict.RIGHT,
                        Verdict.RIGHT,
                        Verdict.WRONG,
                        Verdict.RIGHT,
                        Verdict.RIGHT);
        assertThat(score.verdicts().get(0).cents()).hasValueCloseTo(-30.0, within(0.001));
        assertThat(score.medianCents()).hasValueCloseTo(-30.0, within(0.001));
    }

    @Test
    void an_instrument_in_tune_has_no_tuning_to_tell() {
        assertThat(Scorer.score(MUSIC, scale(10), STRICT).tuningCents()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = InputKind.class,
            names = {"VOICE", "KEYS"})
    void a_voice_and_keys_have_no_pegs(InputKind kind) {
        TakeScore score = Scorer.score(MUSIC, scale(-40), RuleBook.current(kind, Strictness.STRICT));
        assertThat(score.tuningCents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"BEGINNER, 8", "STANDARD, 0", "STRICT, 0"})
    void the_first_rules_know_of_no_tuning(Strictness strictness, int right) {
        TakeScore score = Scorer.score(MUSIC, scale(-30), RuleBook.rules("2026-11", InputKind.TUNED, strictness));
        assertThat(score.tuningCents()).isEmpty();
        assertThat(score.right()).isEqualTo(right);
    }
}
