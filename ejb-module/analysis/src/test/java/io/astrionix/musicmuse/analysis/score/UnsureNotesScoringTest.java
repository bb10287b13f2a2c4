package io.astrionix.musicmuse.analysis.score;

import static io.astrionix.musicmuse.analysis.score.ScorerTest.MUSIC;
import static io.astrionix.musicmuse.analysis.score.ScorerTest.allRightBut;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes of which it is not sure when they began, and how sure the verdicts on them are. */
class UnsureNotesScoringTest {

    private static final ScoringRules BEGINNER = RuleBook.current(InputKind.TUNED, Strictness.BEGINNER);

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

    private static NoteVerdict verdict(TakeScore score, int note) {
        return score.verdicts().stream()
                .filter(v -> v.noteIndex() == note)
                .findFirst()
                .orElseThrow();
    }
}
