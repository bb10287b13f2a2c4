package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of input is worth: the tables of the requirements of the Practice Room. */
class InputKindScoringTest {

    /** Four notes a second apart, from second 1 on. */
    private static final List<ExpectedNote> MUSIC = Stream.of(0, 1, 2, 3)
            .map(i -> new ExpectedNote(i, 60 + i, 1.0 + i, 1))
            .toList();

    private static TakeScore score(InputKind kind, Strictness strictness, double millis, double cents) {
        var played = MUSIC.stream()
                .map(note -> new PlayedNote(
                        note.index(), note.startSeconds() + millis / 1000, 0.9, note.midi() + cents / 100))
                .toList();
        return Scorer.score(MUSIC, played, RuleBook.current(kind, strictness));
    }

    @ParameterizedTest
    @CsvSource({
        // a beginner's voice: full to 50 cents, fading to a semitone
        "voice, BEGINNER, 50,      right, 100",
        "voice, BEGINNER, 50.001,  sharp, 99.9988",
        "voice, BEGINNER, 75,      sharp, 70",
        "voice, BEGINNER, -75,     flat,  70",
        "voice, BEGINNER, 100,     sharp, 40",
        "voice, BEGINNER, 100.001, wrong, 40",
        "voice, STANDARD, 25,      right, 100",
        "voice, STANDARD, 37.5,    sharp, 70",
        "voice, STANDARD, 50.001,  wrong, 40",
        "voice, STRICT,   15,      right, 100",
        "voice, STRICT,   32.5,    sharp, 70",
        "voice, STRICT,   -50.001, wrong, 40",
        // tuned: full to the in-tune window, fading to 50 cents
        "tuned, BEGINNER, 35,      right, 100",
        "tuned, BEGINNER, 42.5,    sharp, 70",
        "tuned, BEGINNER, -50.001, wrong, 40",
        "tuned, STANDARD, 37.5,    sharp, 70",
        "tuned, STRICT,   -32.5,   flat,  70",
        // keys: the key is the note, nothing fades
        "keys, BEGINNER, 50,       right, 100",
        "keys, STANDARD, -50,      right, 100",
        "keys, STRICT,   49.9,     right, 100",
        "keys, STRICT,   50.001,   wrong, 40",
        "keys, BEGINNER, 100,      wrong, 40",
        "keys, BEGINNER, 1200,     wrong, 40",
        // percussion: no pitch is wrong
        "percussion, BEGINNER, 40,    right, 100",
        "percussion, STRICT,   -5500, right, 100"
    })
    void pitch_is_worth_what_the_kind_can_do_about_it(
            String kind, Strictness strictness, double cents, String verdict, double points) {
        var score = score(InputKind.of(kind), strictness, 0, cents);
        assertThat(score.verdicts()).extracting(one -> one.verdict().id()).containsOnly(verdict);
        assertThat(score.score()).isCloseTo(points, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "BEGINNER, 100, 0",
        "BEGINNER, 150, 0.5",
        "BEGINNER, -175, 0.75",
        "BEGINNER, 200, 1",
        "STANDARD, 60, 0",
        "STANDARD, 105, 0.5",
        "STANDARD, 150, 1",
        "STRICT, 35, 0",
        "STRICT, -62.5, 0.5",
        "STRICT, 90, 1"
    })
    void rhythm_fades_alike_for_every_kind(Strictness strictness, double millis, double lost) {
        for (var kind : List.of(InputKind.TUNED, InputKind.VOICE, InputKind.KEYS)) {
            assertThat(score(kind, strictness, millis, 0).score()).isCloseTo(100 - 40 * lost, within(1e-6));
        }
        assertThat(score(InputKind.PERCUSSION, strictness, millis, 300).score())
                .isCloseTo(100 - 100 * lost, within(1e-6));
    }

    @Test
    void where_pitch_does_not_count_no_verdict_tells_one_or_a_distance_from_it() {
        var score = score(InputKind.PERCUSSION, Strictness.STANDARD, 20, 300);
        assertThat(score.medianCents()).isEmpty();
        assertThat(score.medianTimingMillis()).hasValue(20);
        assertThat(score.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.cents()).isEmpty())
                .allSatisfy(verdict -> assertThat(verdict.heardMidi()).isEmpty());
    }

    @Test
    void clapping_too_often_costs_too() {
        var claps = Stream.of(1.0, 1.5, 2.0, 3.0, 4.0)
                .map(onset -> new PlayedNote((int) (onset * 10), onset, 0.05, 40))
                .toList();
        var score = Scorer.score(MUSIC, claps, RuleBook.current(InputKind.PERCUSSION, Strictness.BEGINNER));
        assertThat(score.extras()).isEqualTo(1);
        assertThat(score.score()).isCloseTo(80, within(1e-9));
    }
}
