package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissedNotesTest {

    private static final List<ExpectedNote> MUSIC = Performance.music(100, 1, 60, 62, 64);
    private static final List<PlayedNote> PLAYED = List.of(new PlayedNote(4, 0.5, 0.4, 60));

    /** Something began about the second note, and the note that counts at the first. */
    private static final PlayedSoFar HEARD = new Heard(MUSIC.get(1).startSeconds());

    private final TakeScore score = Scorer.score(MUSIC, PLAYED, Take.BEGINNER);

    @Test
    void a_note_is_missed_more_surely_where_nothing_began() {
        MissedNotes missed = new MissedNotes(HEARD, 0, MUSIC, PLAYED);

        assertThat(score.with(missed::told).verdicts())
                .extracting(NoteVerdict::confidence)
                .containsExactly(0.99, 0.2, 0.88);
        assertThat(score.with(missed::told).score()).isEqualTo(score.score());
    }

    @Test
    void of_a_note_that_was_left_out_nothing_more_is_known() {
        MissedNotes missed = new MissedNotes(HEARD, 0, MUSIC.subList(0, 1), PLAYED);

        assertThat(score.with(missed::told).verdicts()).isEqualTo(score.verdicts());
    }

    private record Heard(double doubtfulSeconds) implements PlayedSoFar {

        @Override
        public boolean isDoubtful(double seconds, int first, Set<Integer> counted) {
            return seconds == doubtfulSeconds && first == 0 && counted.equals(Set.of(4));
        }

        @Override
        public double nowSeconds() {
            return 0;
        }

        @Override
        public double knownUntilSeconds() {
            return 0;
        }

        @Override
        public int begunBefore(double seconds, int first) {
            return 0;
        }

        @Override
        public int over() {
            return 0;
        }

        @Override
        public List<PlayedNote> followedBetween(double after, double until, int first) {
            return List.of();
        }

        @Override
        public List<PlayedNote> after(int first, List<ExpectedNote> music) {
            return List.of();
        }
    }
}
