package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.listening.HeardNote;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * What the ear hears in sampled instruments without knowing the music. The networks never heard this sound font. Without
 * fluidsynth it is skipped, except in continuous integration, where it fails.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SampledEarTest {

    private static final int RATE = 48_000;
    private static final double ONSET_SECONDS = 0.05;
    private static final double SEMITONES = 0.5;
    private static final int[] TUNE = {60, 62, 64, 65, 67, 67, 67, 72, 69, 65, 60};

    /** General MIDI programs counted from 0, and how far the tune is transposed. */
    private static final int[][] INSTRUMENTS = {
        {0, 0}, {24, -5}, {25, -5}, {40, 7}, {56, 0}, {65, -2}, {71, 0}, {73, 0}, {74, 12}
    };

    private final List<List<ExpectedNote>> music = new ArrayList<>();
    private List<short[]> sounds;

    @BeforeAll
    void render() {
        FluidSynth.assumeInstalled();
        List<FluidSynth.Part> parts = new ArrayList<>();
        for (int[] instrument : INSTRUMENTS) {
            List<ExpectedNote> tune = Performance.music(
                    110, 1, Arrays.stream(TUNE).map(p -> p + instrument[1]).toArray());
            music.add(tune);
            parts.add(new FluidSynth.Part(instrument[0], Performance.of(tune, 0.85)));
        }
        sounds = FluidSynth.render(parts, RATE);
    }

    @Test
    void nine_of_ten_notes_are_heard_and_nine_of_ten_that_are_heard_were_played() {
        int played = 0;
        int heard = 0;
        int right = 0;
        for (int i = 0; i < sounds.size(); i++) {
            List<HeardNote> notes = hear(sounds.get(i));
            played += music.get(i).size();
            heard += notes.size();
            right += (int) music.get(i).stream()
                    .filter(note -> notes.stream().anyMatch(n -> isSame(n, note)))
                    .count();
        }

        assertThat((double) right / played).as("recall of %d notes", played).isGreaterThan(0.9);
        assertThat((double) right / heard).as("precision of %d notes", heard).isGreaterThan(0.9);
    }

    private static List<HeardNote> hear(short[] sound) {
        Ear ear = new Ear(RATE);
        ear.accept(sound, 0, sound.length, pitch -> {});
        ear.finish();
        return ear.notes().stream().filter(HeardNote::isLikely).toList();
    }

    private static boolean isSame(HeardNote heard, ExpectedNote played) {
        return Math.abs((double) heard.onsetSample() / RATE - played.startSeconds()) <= ONSET_SECONDS
                && Math.abs(heard.midi() - played.midi()) <= SEMITONES;
    }
}
