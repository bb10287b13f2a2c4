package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranspositionTest {

    private static OptionalInt semitones(double... cents) {
        return Transposition.semitones(Arrays.stream(cents).boxed().toList());
    }

    @Test
    void notes_that_are_all_as_far_off_are_transposed() {
        assertThat(semitones(-1200, -1190, -1215, -1200, -1204)).hasValue(-12);
        assertThat(semitones(200, 210, 195, 300, 200, 190)).hasValue(2);
    }

    @Test
    void few_notes_right_ones_or_notes_that_do_not_agree_are_not() {
        assertThat(semitones(-1200, -1200, -1200, -1200)).isEmpty();
        assertThat(semitones(3, -4, 10, 0, 20, -45)).isEmpty();
        assertThat(semitones(-1200, -1200, -1200, -1200, -1200, 0, 0, 0)).isEmpty();
        assertThat(semitones()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-12, -2, 12})
    void a_take_in_another_octave_says_so(int semitones) {
        List<ExpectedNote> music = IntStream.range(0, 6)
                .mapToObj(i -> new ExpectedNote(i, 60 + 2 * i, 1.0 + i, 1))
                .toList();
        List<PlayedNote> played = music.stream()
                .map(note -> new PlayedNote(note.index(), note.startSeconds(), 0.9, note.midi() + semitones))
                .toList();
        TakeScore score = Scorer.score(music, played, RuleBook.current(InputKind.TUNED, Strictness.BEGINNER));
        assertThat(score.transposedSemitones()).hasValue(semitones);
        assertThat(score.right()).isZero();
    }
}
