package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftedTakeTest {

    private static final int[] TUNE = {60, 60, 67, 67, 69, 69, 67, 65, 65, 64, 64, 62, 62, 60};
    private static final List<ExpectedNote> MUSIC = IntStream.range(0, TUNE.length)
            .mapToObj(i -> new ExpectedNote(i, TUNE[i], 2 + 0.5 * i, 0.4))
            .toList();

    private static List<PlayedNote> played(double later, double stretch) {
        return MUSIC.stream()
                .map(note ->
                        new PlayedNote(note.index(), later + note.startSeconds() * stretch, 0.4, note.midi() + 0.2))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 2, 17.2, -1.1})
    void the_same_notes_at_another_time_are_found(double later) {
        assertThat(ShiftedTake.seconds(MUSIC, played(later, 1)).orElseThrow()).isCloseTo(later, within(0.001));
    }

    @Test
    void who_is_in_time_or_nearly_is_not_told_to_be_elsewhere() {
        assertThat(ShiftedTake.seconds(MUSIC, played(0, 1))).isEmpty();
        assertThat(ShiftedTake.seconds(MUSIC, played(0.02, 1))).isEmpty();
    }

    @Test
    void another_tempo_and_other_music_are_not() {
        assertThat(ShiftedTake.seconds(MUSIC, played(0.3, 1.3))).isEmpty();
        assertThat(ShiftedTake.seconds(MUSIC, played(0.3, 1).subList(0, 9))).isEmpty();
        assertThat(ShiftedTake.seconds(MUSIC, List.of())).isEmpty();
    }
}
