package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Sampled instruments into a microphone that hums. Without fluidsynth it is skipped, except in continuous integration,
 * where it fails.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SampledHumTest {

    private static final int RATE = 48_000;

    /** Every note but one twice. */
    private static final int[] REPEATED = {60, 60, 67, 67, 69, 69, 67, 65, 65, 64, 64, 62, 62, 60};

    /** General MIDI programs counted from 0, and how far the tune is transposed: violin, clarinet, flute, saxophone, trumpet. */
    private static final int[][] INSTRUMENTS = {{40, 7}, {71, 0}, {73, 0}, {65, -2}, {56, 0}};

    private static final int BASS = 32;
    private static final int CELLO = 42;
    private static final int LOW_G = 31;

    private final List<List<ExpectedNote>> music = new ArrayList<>();
    private final List<ExpectedNote> heldLow = held(LOW_G);
    private final List<ExpectedNote> heldHigh = held(LOW_G + 12);
    private List<short[]> sounds;

    @BeforeAll
    void render() {
        FluidSynth.assumeInstalled();
        List<FluidSynth.Part> parts = new ArrayList<>();
        for (int[] instrument : INSTRUMENTS) {
            List<ExpectedNote> tune = Performance.later(
                    1,
                    Performance.music(
                            90,
                            1,
                            Arrays.stream(REPEATED).map(p -> p + instrument[1]).toArray()));
            music.add(tune);
            parts.add(new FluidSynth.Part(instrument[0], Performance.of(tune, 0.75)));
        }
        parts.add(new FluidSynth.Part(BASS, Performance.of(heldLow, 0.95)));
        parts.add(new FluidSynth.Part(CELLO, Performance.of(heldHigh, 0.95)));
        sounds = FluidSynth.render(parts, RATE).stream()
                .map(sound -> Tones.louder(sound, -8))
                .toList();
    }

    /** A G for four seconds, and once more. */
    private static List<ExpectedNote> held(int midi) {
        return Performance.later(1, Performance.music(60, 4, midi, midi));
    }

    @Test
    void a_hum_costs_no_verdict_and_is_said_once() {
        for (int i = 0; i < INSTRUMENTS.length; i++) {
            assertThat(Take.of(sounds.get(i), RATE, music.get(i)).mistakes()).isEmpty();
            for (double hertz : new double[] {50, 60}) {
                for (double decibelBelow : new double[] {20, 30}) {
                    short[] humming = Unwanted.hum(sounds.get(i), RATE, hertz, decibelBelow);
                    Take take = Take.of(humming, RATE, music.get(i));
                    String which = "program %d, %.0f Hz, %.0f dB".formatted(INSTRUMENTS[i][0], hertz, decibelBelow);
                    assertThat(take.mistakes()).as(which).isEqualTo(Map.of());
                    assertThat(take.result().troubles()).as(which).containsExactly(SoundTrouble.HUM);
                }
            }
        }
    }

    @Test
    void a_long_low_g_is_no_hum() {
        assertHeld(sounds.get(INSTRUMENTS.length), heldLow);
        assertHeld(sounds.get(INSTRUMENTS.length + 1), heldHigh);
    }

    private static void assertHeld(short[] sound, List<ExpectedNote> expected) {
        Take alone = Take.of(sound, RATE, expected);
        assertThat(alone.mistakes()).isEmpty();
        assertThat(alone.result().troubles()).isEmpty();

        Take humming = Take.of(Unwanted.hum(sound, RATE, 50, 30), RATE, expected);
        assertThat(humming.mistakes()).isEmpty();
        assertThat(humming.result().troubles()).containsExactly(SoundTrouble.HUM);
    }
}
