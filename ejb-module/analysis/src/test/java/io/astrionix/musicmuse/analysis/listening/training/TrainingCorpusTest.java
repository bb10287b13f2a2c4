package io.astrionix.musicmuse.analysis.listening.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.astrionix.musicmuse.analysis.FluidSynth;
import io.astrionix.musicmuse.analysis.Performance;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the corpus says is compared with what is heard in it, by other means than it was measured. Needs the program
 * fluidsynth and its General MIDI sound font: without them it is skipped, except in continuous integration, where it
 * fails.
 */
class TrainingCorpusTest {

    private static final int RATE = Clip.SAMPLE_RATE;
    private static final int LEVEL = RATE / 200;
    private static final List<TrainingInstrument> INSTRUMENTS =
            List.of(TrainingInstrument.FLUTE, TrainingInstrument.VIOLIN, TrainingInstrument.PIANO);

    private static TrainingCorpus corpus;

    @BeforeAll
    static void play() {
        if (!FluidSynth.isInstalled()) {
            String message = "fluidsynth and " + FluidSynth.SOUND_FONT + " are needed to play instruments";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            assumeTrue(false, message);
        }
        corpus = TrainingCorpus.play(List.of(FluidSynth.SOUND_FONT), INSTRUMENTS, 20, 3);
    }

    /** Where silence comes before a note, its onset can be measured in the phrase itself. */
    @Test
    void a_note_after_silence_begins_to_be_heard_when_the_corpus_says() {
        int measured = 0;
        for (Clip clip : corpus.played()) {
            double[] sound = Clip.samples(clip.sound());
            double before = 0;
            for (TrueNote note : clip.notes()) {
                if (note.onset() - before > Phrases.SHORTEST_REST_SECONDS && note.end() - note.onset() > 0.2) {
                    measured++;
                    assertThat(heardAt(sound, note.onset())).isBetween(note.onset() - 0.012, note.onset() + 0.012);
                }
                before = note.end();
            }
        }
        assertThat(measured).isGreaterThan(5);
    }

    /** The first time from a little before on at which the level is a tenth of the loudest soon after. */
    private static double heardAt(double[] sound, double onset) {
        int from = (int) ((onset - 0.1) * RATE);
        int to = from + (int) (0.35 * RATE);
        double loudest = 0;
        for (int i = from; i < to; i++) {
            loudest = Math.max(loudest, power(sound, i));
        }
        int i = from;
        while (power(sound, i) < 0.01 * loudest) {
            i++;
        }
        return (double) i / RATE;
    }

    private static double power(double[] sound, int middle) {
        double sum = 0;
        for (int i = middle - LEVEL / 2; i < middle + LEVEL / 2; i++) {
            sum += sound[i] * sound[i];
        }
        return sum;
    }

    /** To within a quarter tone: samples have a vibrato of their own, and partials that are no whole multiples. */
    @Test
    void in_the_middle_of_a_note_its_pitch_is_heard() {
        int asked = 0;
        int right = 0;
        for (Clip clip : corpus.played()) {
            double[] sound = Clip.samples(clip.sound());
            for (TrueNote note : clip.notes()) {
                if (note.end() - note.onset() > 0.12) {
                    asked++;
                    right += Math.abs(midi(hertz(sound, note)) - note.midi()) < 0.5 ? 1 : 0;
                }
            }
        }
        assertThat(asked).isGreaterThan(60);
        assertThat((double) right / asked).isGreaterThan(0.95);
    }

    @Test
    void a_note_between_two_keys_sounds_between_them() {
        Performance performance = new Performance(List.of(
                new Performance.Note(60, 0.5, 0.9, 90),
                new Performance.Note(60.4, 2, 0.9, 90),
                new Performance.Note(59.7, 3.5, 0.9, 90)));
        short[] sound = FluidSynth.render(
                        FluidSynth.SOUND_FONT, 0.5, List.of(new FluidSynth.Part(0, performance)), RATE)
                .get(0);
        double[] samples = Clip.samples(sound);
        double even = SampledNote.measure(samples, RATE / 2, 60).semitones();

        assertThat(SampledNote.measure(samples, 2 * RATE, 60).semitones() - even)
                .isCloseTo(0.4, within(0.03));
        assertThat(SampledNote.measure(samples, RATE * 7 / 2, 60).semitones() - even)
                .isCloseTo(-0.3, within(0.03));
    }

    private static double midi(double hertz) {
        return 69 + 12 * Math.log(hertz / 440) / Math.log(2);
    }

    /** By the first high summit of the autocorrelation, at 55 Hz or more. */
    private static double hertz(double[] sound, TrueNote note) {
        int middle = (int) ((note.onset() + note.end()) / 2 * RATE);
        int window = RATE / 25;
        double[] likeness = new double[RATE / 55];
        for (int lag = 10; lag < likeness.length; lag++) {
            likeness[lag] = likeness(sound, middle - window / 2, window, lag);
        }
        double most = Arrays.stream(likeness).max().orElseThrow();
        int high = 10;
        while (likeness[high] < 0.93 * most) {
            high++;
        }
        int lag = high;
        for (int near = high; near < Math.min(1.06 * high, likeness.length - 1); near++) {
            lag = likeness[near] > likeness[lag] ? near : lag;
        }
        double bend = likeness[lag - 1] - 2 * likeness[lag] + likeness[lag + 1];
        return RATE / (lag + (likeness[lag - 1] - likeness[lag + 1]) / (2 * bend));
    }

    private static double likeness(double[] sound, int from, int length, int lag) {
        double product = 0;
        double power = 0;
        double powerLater = 0;
        for (int i = from; i < from + length; i++) {
            product += sound[i] * sound[i + lag];
            power += sound[i] * sound[i];
            powerLater += sound[i + lag] * sound[i + lag];
        }
        return product / Math.sqrt(power * powerLater);
    }

    @Test
    void every_phrase_is_recorded_in_all_surroundings() {
        List<Clip> clips = corpus.clips().toList();

        assertThat(clips).hasSize(INSTRUMENTS.size() * Surroundings.values().length);
        assertThat(clips).extracting(Clip::sound).doesNotHaveDuplicates();
    }

    @Test
    void the_same_seed_gives_the_same_corpus_another_one_another() {
        List<Clip> clips = violin(3).clips().toList();
        List<Clip> again = violin(3).clips().toList();

        for (int i = 0; i < clips.size(); i++) {
            assertThat(again.get(i).sound()).isEqualTo(clips.get(i).sound());
            assertThat(again.get(i).notes()).isEqualTo(clips.get(i).notes());
        }
        assertThat(violin(4).clips().toList().get(0).notes())
                .isNotEqualTo(clips.get(0).notes());
    }

    private static TrainingCorpus violin(long seed) {
        return TrainingCorpus.play(List.of(FluidSynth.SOUND_FONT), List.of(TrainingInstrument.VIOLIN), 4, seed);
    }
}
