package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Listens to sampled instruments. Needs the program fluidsynth and its General MIDI sound font: without them it is
 * skipped, except in continuous integration, where it fails.
 */
class SampledInstrumentsTest {

    private static final int RATE = 48_000;
    private static final int[] SCALE = {60, 62, 64, 65, 67, 69, 71, 72};
    /** The beginning of "Ah ! vous dirai-je, maman", a French tune printed in 1761: every note but one twice. */
    private static final int[] REPEATED = {60, 60, 67, 67, 69, 69, 67, 65, 65, 64, 64, 62, 62, 60};

    enum Instrument {
        VIOLIN(40, 7),
        PIANO(0, 0),
        GUITAR(24, -5),
        CELLO(42, -12),
        FLUTE(73, 0),
        CLARINET(71, 0),
        TRUMPET(56, 0),
        ALTO_SAX(65, -2),
        RECORDER(74, 12),
        BASS(32, -24);

        private final int program;
        private final int transposed;

        Instrument(int program, int transposed) {
            this.program = program;
            this.transposed = transposed;
        }

        List<ExpectedNote> music(double bpm, double beats, int[] tune) {
            return Performance.music(
                    bpm, beats, IntStream.of(tune).map(p -> p + transposed).toArray());
        }
    }

    /** What was played, and what must come out: the mistakes by the index of the note. */
    record Example(
            String name,
            Instrument instrument,
            List<ExpectedNote> music,
            Performance performance,
            Map<Integer, String> mistakes) {

        @Override
        public String toString() {
            return instrument + " " + name;
        }
    }

    private static List<Example> examples;
    private static List<short[]> sounds;
    private static List<Take> takes;
    private static double cpuSeconds;

    @BeforeAll
    static void render() {
        FluidSynth.assumeInstalled();
        examples = examples();
        sounds = FluidSynth.render(
                examples.stream()
                        .map(e -> new FluidSynth.Part(e.instrument().program, e.performance()))
                        .toList(),
                RATE);
        var thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        takes = IntStream.range(0, examples.size())
                .mapToObj(i -> Take.of(sounds.get(i), RATE, examples.get(i).music()))
                .toList();
        cpuSeconds = (thread.getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static List<Example> examples() {
        List<Example> all = new ArrayList<>();
        for (Instrument instrument : Instrument.values()) {
            all.add(right("scale", instrument, instrument.music(100, 1, SCALE), 0.9));
            all.add(right("repeated notes", instrument, instrument.music(90, 1, REPEATED), 0.75));
            all.add(planted("one semitone", instrument, instrument.music(100, 1, SCALE), 1));
            all.add(planted("two semitones", instrument, instrument.music(100, 1, SCALE), 2));
        }
        for (int transposed : new int[] {-5, 0, 2, 7, 12}) {
            for (double bpm : new double[] {60, 100, 140}) {
                int[] scale = Arrays.stream(SCALE).map(p -> p + transposed).toArray();
                all.add(right(
                        "quarters " + transposed + " at " + bpm,
                        Instrument.VIOLIN,
                        Instrument.VIOLIN.music(bpm, 1, scale),
                        0.95));
            }
        }
        all.add(right("eighths", Instrument.VIOLIN, Instrument.VIOLIN.music(100, 0.5, SCALE), 0.9));
        all.add(right("staccato", Instrument.VIOLIN, Instrument.VIOLIN.music(80, 1, SCALE), 0.4));
        all.add(right("legato", Instrument.VIOLIN, Instrument.VIOLIN.music(100, 1, SCALE), 1));
        return all;
    }

    private static Example right(String name, Instrument instrument, List<ExpectedNote> music, double share) {
        return new Example(name, instrument, music, Performance.of(music, share), Map.of());
    }

    private static Example planted(String name, Instrument instrument, List<ExpectedNote> music, int semitones) {
        Performance performance = Performance.of(music, 0.9)
                .withWrong(1, semitones)
                .withShifted(4, 0.15)
                .without(6);
        return new Example(
                "with planted mistakes, " + name,
                instrument,
                music,
                performance,
                Map.of(1, "wrong", 4, "late", 6, "missed"));
    }

    static Stream<Integer> all() {
        return IntStream.range(0, examples.size()).boxed();
    }

    /** Every second one: the rest would only take time. */
    static Stream<Integer> ofTheViolin() {
        return all().filter(i -> i % 2 == 0 && examples.get(i).instrument() == Instrument.VIOLIN);
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_verdicts_are_exactly_what_was_played(int number) {
        Example example = examples.get(number);
        Take take = takes.get(number);
        assertThat(take.mistakes()).as(example.toString()).isEqualTo(example.mistakes());
        if (example.mistakes().isEmpty()) {
            assertThat(take.result().score().score()).isGreaterThanOrEqualTo(90);
        }
    }

    @ParameterizedTest
    @MethodSource("ofTheViolin")
    void a_soft_violin_is_judged_the_same(int number) {
        Example example = examples.get(number);
        Take take = Take.of(Tones.louder(sounds.get(number), -12), RATE, example.music());
        assertThat(take.mistakes()).as(example.toString()).isEqualTo(example.mistakes());
    }

    @ParameterizedTest
    @MethodSource("ofTheViolin")
    void a_metronome_in_the_background_changes_no_verdict(int number) {
        Example example = examples.get(number);
        List<Double> beats =
                example.music().stream().map(ExpectedNote::startSeconds).toList();
        short[] sound = Tones.withClicks(sounds.get(number), RATE, -30, beats);
        assertThat(Take.of(sound, RATE, example.music()).mistakes())
                .as(example.toString())
                .isEqualTo(example.mistakes());
    }

    @Test
    void a_note_is_reported_about_a_tenth_of_a_second_after_it_began() {
        List<Double> delays = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if (examples.get(i).mistakes().isEmpty()) {
                delays.addAll(
                        delays(Take.of(sounds.get(i), RATE, examples.get(i).music()), examples.get(i)));
            }
        }
        Collections.sort(delays);
        assertThat(delays).hasSizeGreaterThan(300);
        assertThat(delays.get(delays.size() / 2)).isLessThan(0.11);
        assertThat(delays.get(delays.size() * 95 / 100)).isLessThan(0.2);
    }

    private static List<Double> delays(Take take, Example example) {
        List<Double> delays = new ArrayList<>();
        for (ExpectedNote note : example.music()) {
            for (int i = 0; i < take.feedback().size(); i++) {
                if (take.feedback().get(i) instanceof NoteJudged judged
                        && judged.verdict().noteIndex() == note.index()) {
                    delays.add((double) take.heardAt().get(i) / RATE - note.startSeconds());
                    break;
                }
            }
        }
        return delays;
    }

    @Test
    void one_core_listens_to_more_than_ten_players() {
        double seconds =
                takes.stream().mapToDouble(take -> take.result().secondsHeard()).sum();
        assertThat(seconds / cpuSeconds).isGreaterThan(10);
    }
}
