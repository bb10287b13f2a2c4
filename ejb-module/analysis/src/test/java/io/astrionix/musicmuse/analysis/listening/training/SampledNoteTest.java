package io.astrionix.musicmuse.analysis.listening.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampledNoteTest {

    private static final int RATE = Clip.SAMPLE_RATE;
    private static final int KEY = RATE / 5;

    @ParameterizedTest
    @CsvSource({"36, 0.000, 0", "60, 0.040, 13.4", "74, 0.100, -41", "91, 0.015, 62"})
    void measures_when_and_how_high_a_note_sounds(int midi, double delay, double cents) {
        SampledNote note = SampledNote.measure(tone(midi + cents / 100, delay), KEY, midi);

        assertThat(note.delay()).isCloseTo(delay, within(0.003));
        assertThat(note.semitones()).isCloseTo(cents / 100, within(0.015));
    }

    @Test
    void silence_is_no_note() {
        assertThatThrownBy(() -> SampledNote.measure(new double[RATE], KEY, 60))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A tone of five partials that sets in at once. */
    private static double[] tone(double midi, double delay) {
        double[] sound = new double[RATE];
        double hertz = 440 * Math.pow(2, (midi - 69) / 12);
        for (int i = KEY + (int) (delay * RATE); i < sound.length; i++) {
            for (int partial = 1; partial <= 5; partial++) {
                sound[i] += 0.1 / partial * Math.sin(2 * Math.PI * partial * hertz * i / RATE);
            }
        }
        return sound;
    }
}
