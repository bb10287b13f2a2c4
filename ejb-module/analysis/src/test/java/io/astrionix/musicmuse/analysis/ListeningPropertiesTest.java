package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must not change a verdict. The seeds are fixed: what fails fails every time. */
class ListeningPropertiesTest {

    private static final String SEED = "20261128";
    private static final int RATE = 48_000;
    private static final int NOTES = 8;

    @Property(tries = 20, seed = SEED)
    void when_the_music_begins(@ForAll long seed, @ForAll @IntRange(max = 72_000) int samples) {
        Example example = new Example(seed);
        short[] sound = example.play(RATE, 0);
        short[] later = new short[sound.length + samples];
        System.arraycopy(sound, 0, later, samples, sound.length);

        assertThat(Take.of(later, RATE, example.music(0, (double) samples / RATE))
                        .mistakes())
                .isEqualTo(example.mistakes());
    }

    @Property(tries = 20, seed = SEED)
    void how_loud_it_is(@ForAll long seed, @ForAll @DoubleRange(min = -30, max = 8) double decibel) {
        Example example = new Example(seed);

        assertThat(Take.of(Tones.louder(example.play(RATE, 0), decibel), RATE, example.music(0, 0))
                        .mistakes())
                .isEqualTo(example.mistakes());
    }

    @Property(tries = 20, seed = SEED)
    void the_sample_rate(@ForAll long seed) {
        Example example = new Example(seed);

        assertThat(Take.of(example.play(44_100, 0), 44_100, example.music(0, 0)).mistakes())
                .isEqualTo(example.mistakes());
    }

    @Property(tries = 20, seed = SEED)
    void the_key(@ForAll long seed, @ForAll @IntRange(min = -12, max = 12) int semitones) {
        Example example = new Example(seed);

        assertThat(Take.of(example.play(RATE, semitones), RATE, example.music(semitones, 0))
                        .mistakes())
                .isEqualTo(example.mistakes());
    }

    @Property(tries = 10, seed = SEED)
    void how_the_stream_is_split(@ForAll long seed) {
        Example example = new Example(seed);
        short[] sound = example.play(RATE, 0);
        Take whole = Take.of(sound, RATE, example.music(0, 0));
        TakeAnalyser analyser = new TakeAnalyser(RATE, example.music(0, 0), Take.BEGINNER, 0);
        Random random = new Random(seed);
        for (int from = 0; from < sound.length; ) {
            int length = Math.min(random.nextInt(3000), sound.length - from);
            analyser.accept(sound, from, length);
            from += length;
        }

        assertThat(analyser.finish()).isEqualTo(whole.result());
    }

    /** Whatever comes out of a sound card: an answer, and no more than there can be. */
    @Property(tries = 25, seed = SEED)
    void no_sound_breaks_it(@ForAll long seed) {
        Random random = new Random(seed);
        short[] sound = new short[RATE];
        int stays = 1 + random.nextInt(400);
        int loud = 1 + random.nextInt(65_536);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = i % stays == 0 ? (short) (random.nextInt(loud) - loud / 2) : sound[i - 1];
        }
        Take take = Take.of(
                sound,
                1 + random.nextInt(5000),
                new TakeAnalyser(RATE, new Example(seed).music(0, 0), Take.BEGINNER, 0));

        assertThat(take.result().score().score()).isBetween(0.0, 100.0);
        assertThat(take.result().score().verdicts()).hasSizeGreaterThanOrEqualTo(NOTES);
        assertThat(take.result().score().extras()).isLessThan(20);
    }

    /** A tune of a learner who makes mistakes, between C3 and C6. */
    private static final class Example {

        private static final int LOWEST = 60;

        private final int[] pitches;
        private final double bpm;
        private final int wrong;
        private final int late;
        private final int missed;

        Example(long seed) {
            Random random = new Random(seed);
            bpm = 80 + random.nextInt(50);
            pitches = random.ints(NOTES, LOWEST, LOWEST + 13).toArray();
            List<Integer> places =
                    new ArrayList<>(IntStream.range(0, NOTES).boxed().toList());
            Collections.shuffle(places, random);
            wrong = places.get(0);
            late = places.get(1);
            missed = places.get(2);
        }

        List<ExpectedNote> music(int semitones, double laterSeconds) {
            return Performance.music(
                            bpm,
                            1,
                            Arrays.stream(pitches).map(p -> p + semitones).toArray())
                    .stream()
                    .map(n ->
                            new ExpectedNote(n.index(), n.midi(), n.startSeconds() + laterSeconds, n.durationSeconds()))
                    .toList();
        }

        short[] play(int sampleRate, int semitones) {
            return Tones.at(sampleRate)
                    .play(Performance.of(music(semitones, 0), 0.8)
                            .withWrong(wrong, 2)
                            .withShifted(late, 0.15)
                            .without(missed));
        }

        Map<Integer, String> mistakes() {
            Map<Integer, String> mistakes = new TreeMap<>();
            mistakes.put(wrong, "wrong");
            mistakes.put(late, "late");
            mistakes.put(missed, "missed");
            return mistakes;
        }
    }
}
