package io.astrionix.musicmuse.analysis.listening.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private static final int RATE = Clip.SAMPLE_RATE;
    private static final List<TrueNote> NOTES = List.of(new TrueNote(0.5, 1, 69));

    /** Half a second of a tone between two of silence. */
    private static double[] tone() {
        double[] sound = new double[RATE * 3 / 2];
        for (int i = RATE / 2; i < RATE; i++) {
            sound[i] = 0.1 * Math.sin(2 * Math.PI * 440 * i / RATE);
        }
        return sound;
    }

    private static double decibel(double[] sound, double from, double to) {
        double sum = 0;
        for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
            sum += sound[i] * sound[i];
        }
        return 10 * Math.log10(sum / ((to - from) * RATE) + 1e-12);
    }

    private static double[] around(Surroundings surroundings) {
        return surroundings.around(tone(), NOTES, new Random(1));
    }

    @Test
    void noise_is_20_db_below_the_notes_and_falls_by_3_db_an_octave() {
        double[] noisy = around(Surroundings.NOISE);

        double toneAlone = decibel(around(Surroundings.CLEAN), 0.5, 1);
        assertThat(decibel(noisy, 0, 0.5)).isCloseTo(toneAlone - 20, within(2.0));
        double fallen = decibel(noisy, 0, 0.5) - decibel(differences(noisy), 0, 0.5);
        double ofWhite = decibel(white(), 0, 0.5) - decibel(differences(white()), 0, 0.5);
        assertThat(fallen).isGreaterThan(ofWhite + 5);
    }

    private static double[] white() {
        return new Random(2).doubles(RATE, -1, 1).toArray();
    }

    /** What is left of high sounds mostly. */
    private static double[] differences(double[] sound) {
        double[] differences = new double[sound.length];
        for (int i = 1; i < sound.length; i++) {
            differences[i] = sound[i] - sound[i - 1];
        }
        return differences;
    }

    @Test
    void a_room_fades_by_60_db_in_half_a_second() {
        double[] inRoom = around(Surroundings.ROOM);

        double soon = decibel(inRoom, 1.05, 1.15);
        double late = decibel(inRoom, 1.3, 1.4);
        assertThat(soon - late).isCloseTo(30, within(6.0));
        assertThat(decibel(inRoom, 0, 0.5)).isLessThan(-100);
    }

    @Test
    void what_is_too_quiet_peaks_at_40_db_below_full_scale() {
        double[] quiet = around(Surroundings.QUIET);

        assertThat(20 * Math.log10(Clip.peak(quiet))).isCloseTo(-40, within(0.5));
        assertThat(decibel(quiet, 0, 0.5)).isCloseTo(-80, within(0.5));
    }
}
