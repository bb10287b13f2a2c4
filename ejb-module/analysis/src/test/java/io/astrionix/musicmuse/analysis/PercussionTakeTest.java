package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes that are clapped: only their rhythm is heard and judged. */
class PercussionTakeTest {

    private static final int RATE = 48_000;
    private static final int HOP = 256;
    private static final ScoringRules RULES = RuleBook.current(InputKind.PERCUSSION, Strictness.STANDARD);

    /** Eight notes, half a second apart, from second 1 on, of pitches that nobody claps. */
    private static final List<ExpectedNote> MUSIC = IntStream.range(0, 8)
            .mapToObj(i -> new ExpectedNote(i, 60 + i, 1 + 0.5 * i, 0.5))
            .toList();

    private static short[] claps(double seconds, double... onsets) {
        Random random = new Random(1);
        double[] sound = new double[(int) (seconds * RATE)];
        for (double onset : onsets) {
            int from = (int) (onset * RATE);
            for (int i = 0; i < RATE / 5 && from + i < sound.length; i++) {
                sound[from + i] += 0.2 * random.nextGaussian() * Math.exp(-i / (0.012 * RATE));
            }
        }
        short[] samples = new short[sound.length];
        for (int i = 0; i < sound.length; i++) {
            double value = sound[i] + 0.0005 * random.nextGaussian();
            samples[i] = (short) Math.round(32_767 * Math.max(-1, Math.min(1, value)));
        }
        return samples;
    }

    private static double[] inTime() {
        return MUSIC.stream().mapToDouble(ExpectedNote::startSeconds).toArray();
    }

    private static Take take(short[] sound, int chunk, double latencySeconds) {
        return Take.of(sound, chunk, new TakeAnalyser(RATE, MUSIC, RULES, latencySeconds));
    }

    @Test
    void what_is_clapped_in_time_is_right_whatever_the_pitches_are() {
        Take take = take(claps(6, inTime()), 960, 0);
        assertThat(take.mistakes()).isEmpty();
        assertThat(take.result().score().score()).isCloseTo(100, within(1e-9));
        assertThat(take.result().score().medianCents()).isEmpty();
        assertThat(take.result().score().tuningCents()).isEmpty();
        assertThat(take.result().score().transposedSemitones()).isEmpty();
        assertThat(take.result().troubles()).isEmpty();
    }

    @Test
    void early_late_missed_and_extra_claps_are_told() {
        double[] onsets = {1, 1.4, 2, 2.6, 3, 3.25, 4, 4.5};
        Take take = take(claps(6, onsets), 960, 0);
        assertThat(take.mistakes())
                .isEqualTo(Map.of(1, "early", 3, "late", 5, "missed", NoteVerdict.EXTRA_NOTE, "extra"));
    }

    @Test
    void no_pitch_is_told_anywhere() {
        double[] onsets = {1, 1.4, 2, 2.6, 3, 3.25, 4, 4.5};
        Take take = take(claps(6, onsets), 960, 0);
        assertThat(take.result().track()).isEmpty();
        assertThat(take.result().notes()).hasSize(8).allSatisfy(note -> assertThat(note)
                .isEqualTo(PlayedNote.withoutPitch(note.id(), note.onsetSeconds())));
        List<NoteVerdict> told = new ArrayList<>(take.judged());
        told.addAll(take.result().score().verdicts());
        assertThat(told).allSatisfy(verdict -> {
            assertThat(verdict.heardMidi()).isEmpty();
            assertThat(verdict.cents()).isEmpty();
        });
        assertThat(take.feedback())
                .filteredOn(PitchHeard.class::isInstance)
                .hasSizeGreaterThan(200)
                .allSatisfy(said -> assertThat(((PitchHeard) said).midi()).isEmpty())
                .anySatisfy(said -> assertThat(((PitchHeard) said).levelDbfs()).isGreaterThan(-30))
                .anySatisfy(said -> assertThat(((PitchHeard) said).levelDbfs()).isLessThan(-60));
    }

    @Test
    void a_clap_has_its_mark_within_60_ms_and_keeps_it() {
        Take take = take(claps(6, inTime()), HOP, 0);
        for (ExpectedNote note : MUSIC) {
            int first = IntStream.range(0, take.feedback().size())
                    .filter(i -> isAbout(note, take.feedback().get(i)))
                    .findFirst()
                    .orElseThrow();
            assertThat((double) take.heardAt().get(first) / RATE - note.startSeconds())
                    .isBetween(0.0, 0.06);
        }
        assertThat(take.judged()).hasSameSizeAs(MUSIC);
    }

    private static boolean isAbout(ExpectedNote note, Feedback said) {
        return said instanceof NoteJudged judged && judged.verdict().noteIndex() == note.index();
    }

    @Test
    void the_delay_of_the_device_is_taken_off() {
        double[] late = DoubleStream.of(inTime()).map(onset -> onset + 0.12).toArray();
        assertThat(take(claps(6, late), 960, 0).mistakes().values()).containsOnly("late");
        assertThat(take(claps(6, late), 960, 0.12).mistakes()).isEmpty();
    }

    @Test
    void claps_long_before_the_music_are_trying_out() {
        double[] onsets = DoubleStream.concat(DoubleStream.of(0.1, 0.2), DoubleStream.of(inTime()))
                .toArray();
        assertThat(take(claps(6, onsets), 960, 0).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 77, 256, 4800})
    void the_portions_do_not_matter(int chunk) {
        short[] sound = claps(6, 1, 1.4, 2, 2.6, 3, 3.25, 4, 4.5);
        assertThat(take(sound, chunk, 0).result()).isEqualTo(take(sound, 960, 0).result());
    }

    @Test
    void what_was_stored_gives_the_same_score_again() {
        TakeResult result =
                take(claps(6, 1, 1.4, 2, 2.6, 3, 3.25, 4, 4.5), 960, 0).result();
        assertThat(Scorer.score(MUSIC, result.notes(), RULES)).isEqualTo(result.score());
    }

    @Test
    void silence_misses_all() {
        Take take = take(new short[6 * RATE], 960, 0);
        assertThat(take.mistakes().values()).hasSize(MUSIC.size()).containsOnly("missed");
        assertThat(take.judged()).hasSameSizeAs(MUSIC);
    }
}
