package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody plays on and on when the music is over, or before it begins in an own tempo. */
class LongPlayingTest {

    private static final int NOTES_A_SECOND = 10;
    private static final int MINUTES = 5;
    private static final List<ExpectedNote> MUSIC = Performance.music(120, 1, 60, 62, 64, 65);

    private final Jamming jamming = new Jamming();

    static Stream<Pace> paces() {
        return Stream.of(new Pace.Fixed(), new Pace.Metronome(0.5), new Pace.Own());
    }

    @ParameterizedTest
    @MethodSource("paces")
    void only_the_latest_notes_are_looked_at_again(Pace pace) {
        LiveJudge judge = new LiveJudge(new TakeTerms(MUSIC, Take.BEGINNER, pace, 0), jamming);
        for (int i = 0; i < MINUTES * 60 * NOTES_A_SECOND; i++) {
            jamming.playOn();
            judge.judge();
        }

        assertThat(jamming.playedSoFar).hasSize(MINUTES * 60 * NOTES_A_SECOND);
        assertThat(jamming.mostLookedAt).isLessThan(100);
    }

    /** Higher than the music, ten notes a second, each known at once. */
    private static final class Jamming implements PlayedSoFar {

        private final List<PlayedNote> playedSoFar = new ArrayList<>();
        private int mostLookedAt;

        private void playOn() {
            int id = playedSoFar.size();
            playedSoFar.add(new PlayedNote(id, (double) id / NOTES_A_SECOND, 0.05, 90 + (id * 7) % 12));
        }

        @Override
        public double nowSeconds() {
            return (double) playedSoFar.size() / NOTES_A_SECOND;
        }

        @Override
        public double knownUntilSeconds() {
            return nowSeconds();
        }

        @Override
        public int begunBefore(double seconds, int first) {
            return (int) left(first).stream()
                    .takeWhile(note -> note.onsetSeconds() < seconds)
                    .count();
        }

        @Override
        public int over() {
            return playedSoFar.size();
        }

        @Override
        public List<PlayedNote> followedBetween(double after, double until, int first) {
            return left(first).stream()
                    .filter(note -> note.onsetSeconds() > after && note.onsetSeconds() <= until)
                    .toList();
        }

        @Override
        public List<PlayedNote> after(int first, List<ExpectedNote> music) {
            mostLookedAt = Math.max(mostLookedAt, left(first).size());
            return left(first);
        }

        private List<PlayedNote> left(int first) {
            return playedSoFar.subList(Math.min(first, playedSoFar.size()), playedSoFar.size());
        }
    }
}
