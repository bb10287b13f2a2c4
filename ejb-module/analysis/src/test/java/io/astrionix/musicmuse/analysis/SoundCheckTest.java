package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundCheckTest {

    private static final int RATE = 48_000;
    private static final List<ExpectedNote> MUSIC = Performance.music(90, 1, 60, 64, 67, 72, 67, 64, 60);

    private static final short[] PLAYED = Tones.at(RATE).play(Performance.of(MUSIC, 0.7));

    private static Set<SoundTrouble> troubles(short[] sound) {
        return Take.of(sound, RATE, MUSIC).result().troubles();
    }

    private static short[] louder(double decibel) {
        short[] sound = PLAYED.clone();
        for (int i = 0; i < sound.length; i++) {
            double louder = Math.rint(sound[i] * Math.pow(10, decibel / 20));
            sound[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, louder));
        }
        return sound;
    }

    /** With a hiss that is so much softer than the notes, by their mean power. */
    private static short[] withNoise(double decibelBelow) {
        double power = 0;
        for (short sample : PLAYED) {
            power += (double) sample * sample / PLAYED.length;
        }
        double deviation = Math.sqrt(power) * Math.pow(10, -decibelBelow / 20);
        Random random = new Random(11);
        short[] sound = PLAYED.clone();
        for (int i = 0; i < sound.length; i++) {
            double noisy = Math.rint(sound[i] + random.nextGaussian() * deviation);
            sound[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, noisy));
        }
        return sound;
    }

    @Test
    void a_take_in_a_quiet_room_has_no_trouble() {
        assertThat(troubles(PLAYED)).isEmpty();
        assertThat(troubles(louder(-30))).isEmpty();
    }

    @Test
    void silence_has_no_trouble() {
        assertThat(troubles(new short[5 * RATE])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {18, 30})
    void a_microphone_turned_up_too_far_is_said(double decibel) {
        assertThat(troubles(louder(decibel))).containsExactly(SoundTrouble.CLIPPED);
    }

    @Test
    void a_sample_at_full_scale_here_and_there_is_no_trouble() {
        short[] sound = PLAYED.clone();
        for (int i = 0; i < sound.length; i += 1_000) {
            sound[i] = Short.MIN_VALUE;
        }
        assertThat(troubles(sound)).doesNotContain(SoundTrouble.CLIPPED);
    }

    @Test
    void a_room_nearly_as_loud_as_the_notes_is_said() {
        assertThat(troubles(withNoise(8))).containsExactly(SoundTrouble.NOISY);
    }

    @Test
    void noise_that_costs_nothing_is_not() {
        assertThat(troubles(withNoise(22))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {12, 20, 40})
    void mains_that_hum_are_said_and_are_no_noise_of_the_room(double decibelBelow) {
        for (double hertz : new double[] {49.9, 60.1}) {
            assertThat(troubles(Unwanted.hum(later(), RATE, hertz, decibelBelow)))
                    .containsExactly(SoundTrouble.HUM);
        }
    }

    @Test
    void a_hum_that_nobody_hears_is_not() {
        assertThat(troubles(Unwanted.hum(later(), RATE, 50, 55))).isEmpty();
    }

    @Test
    void a_hum_is_said_even_where_nobody_played() {
        short[] sound = new short[5 * RATE];
        for (int i = 0; i < sound.length; i++) {
            double phase = 2 * Math.PI * 50 * i / RATE;
            sound[i] = (short) Math.rint(300 * Math.sin(phase) + 100 * Math.sin(3 * phase));
        }
        assertThat(troubles(sound)).containsExactly(SoundTrouble.HUM);
    }

    /** The fastest metronome, so loud that its clicks reach above the notes. */
    @Test
    void a_metronome_is_no_noise_of_the_room() {
        List<ClickTrack.Click> clicks = IntStream.range(0, 20)
                .mapToObj(beat -> new ClickTrack.Click(0.25 * beat, beat % 4 == 0 ? 1568 : 1047))
                .toList();
        assertThat(troubles(Unwanted.clicks(louder(-10), RATE, clicks, 0, 0))).isEmpty();
    }

    /** The same take with the second before it, as the page records it. */
    private static short[] later() {
        short[] later = new short[RATE + PLAYED.length];
        System.arraycopy(PLAYED, 0, later, RATE, PLAYED.length);
        return later;
    }
}
