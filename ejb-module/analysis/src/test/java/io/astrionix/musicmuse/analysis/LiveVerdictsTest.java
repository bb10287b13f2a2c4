package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LiveVerdictsTest {

    private final LiveVerdicts verdicts = new LiveVerdicts();

    @Test
    void a_verdict_is_reported_once_while_nothing_visible_changes() {
        assertThat(verdicts.update(List.of(played(Verdict.RIGHT, 10)), 0, 2)).hasSize(1);
        assertThat(verdicts.update(List.of(played(Verdict.RIGHT, 12)), 0, 2)).isEmpty();
        assertThat(verdicts.update(List.of(played(Verdict.RIGHT, 8)), 0, 2)).isEmpty();
    }

    @Test
    void small_changes_add_up_to_a_visible_one() {
        verdicts.update(List.of(played(Verdict.RIGHT, 10)), 0, 2);
        verdicts.update(List.of(played(Verdict.RIGHT, 12)), 0, 2);

        assertThat(verdicts.update(List.of(played(Verdict.RIGHT, 14)), 0, 2)).hasSize(1);
    }

    @Test
    void another_verdict_is_reported_as_soon_as_the_note_is_well_heard() {
        verdicts.update(List.of(played(Verdict.RIGHT, 34.9)), 0, 1.1);

        assertThat(verdicts.update(List.of(played(Verdict.SHARP, 35.1)), 0, 1.2))
                .isEmpty();
        assertThat(verdicts.update(List.of(played(Verdict.SHARP, 35.1)), 0, 1.3))
                .containsExactly(new NoteJudged(played(Verdict.SHARP, 35.1)));
    }

    @Test
    void a_verdict_becomes_another_only_once() {
        verdicts.update(List.of(played(Verdict.RIGHT, 34)), 0, 1.1);
        verdicts.update(List.of(played(Verdict.SHARP, 36)), 0, 1.4);

        assertThat(verdicts.update(List.of(played(Verdict.RIGHT, 34)), 0, 1.5)).isEmpty();
        assertThat(verdicts.reported()).containsExactly(new NoteJudged(played(Verdict.SHARP, 36)));
    }

    @Test
    void an_extra_note_that_is_none_any_more_is_retracted() {
        var extra = new NoteVerdict(
                -1,
                Verdict.EXTRA,
                OptionalInt.of(7),
                OptionalDouble.of(1),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(60),
                1);
        verdicts.update(List.of(extra), 0, 2);

        assertThat(verdicts.update(List.of(), 0, 2)).containsExactly(new ExtraRetracted(7));
        assertThat(verdicts.update(List.of(), 0, 2)).isEmpty();
    }

    /** Else a mark would keep the question mark it had while the note was new. */
    @Test
    void a_verdict_that_becomes_sure_is_said_again() {
        verdicts.update(List.of(played(Verdict.WRONG, 100, 0.58)), 0, 1.1);

        NoteVerdict sure = played(Verdict.WRONG, 100, 0.8);
        assertThat(verdicts.update(List.of(sure), 0, 1.2)).containsExactly(new NoteJudged(sure));
        assertThat(verdicts.update(List.of(played(Verdict.WRONG, 100, 0.99)), 0, 1.3))
                .isEmpty();
    }

    private static NoteVerdict played(Verdict verdict, double cents) {
        return played(verdict, cents, 1);
    }

    private static NoteVerdict played(Verdict verdict, double cents, double confidence) {
        return new NoteVerdict(
                0,
                verdict,
                OptionalInt.empty(),
                OptionalDouble.of(1),
                OptionalDouble.of(0),
                OptionalDouble.of(cents),
                OptionalDouble.of(60 + cents / 100),
                confidence);
    }
}
