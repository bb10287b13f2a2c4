package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.listening.HeardNote;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarTest {

    private static final int RATE = 48_000;

    private final List<PitchMoment> pitches = new ArrayList<>();

    @Test
    void hears_the_notes_that_are_played() {
        Ear ear = listening(256);

        assertThat(ear.notes()).hasSize(4).allMatch(HeardNote::isLikely);
        List<Double> midi = List.of(60.0, 64.0, 69.0, 57.0);
        List<Double> onsets = List.of(0.5, 1.0, 1.5, 2.6);
        for (int i = 0; i < midi.size(); i++) {
            assertThat(ear.notes().get(i).midi()).isCloseTo(midi.get(i), within(0.1));
            assertThat((double) ear.notes().get(i).onsetSample() / RATE).isCloseTo(onsets.get(i), within(0.03));
        }
    }

    @Test
    void tells_the_pitch_of_each_moment_in_the_order_of_time() {
        listening(256);

        assertThat(pitches).extracting(PitchMoment::atSample).isSorted().doesNotHaveDuplicates();
        assertThat(pitches.get(0).pitch()).isEmpty();
        assertThat(pitches.stream()
                        .filter(moment -> moment.atSample() > 0.6 * RATE && moment.atSample() < 0.9 * RATE)
                        .map(moment -> moment.pitch().orElseThrow().hertz()))
                .hasSizeGreaterThan(50)
                .allSatisfy(hertz -> assertThat(hertz).isCloseTo(261.63, within(1.0)));
    }

    @Test
    void portions_make_no_difference() {
        List<HeardNote> notes = listening(256).notes();
        List<PitchMoment> before = List.copyOf(pitches);
        pitches.clear();

        assertThat(listening(1000).notes()).isEqualTo(notes);
        assertThat(pitches).isEqualTo(before);
    }

    @Test
    void a_note_that_comes_changes_the_revision() {
        Ear ear = new Ear(RATE);
        long before = ear.revision();
        short[] sound = MadeSound.played(RATE);

        ear.accept(sound, 0, RATE, pitches::add);

        assertThat(ear.notes()).isNotEmpty();
        assertThat(ear.revision()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(doubles = {47.19, 49.82, 60.3, 84.1})
    void a_pure_tone_has_a_pitch_however_low(double midi) {
        double hertz = 440 * Math.pow(2, (midi - 69) / 12);
        short[] sound = new short[RATE];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / RATE));
        }

        new Ear(RATE).accept(sound, 0, RATE, pitches::add);

        assertThat(pitches.stream().filter(moment -> moment.atSample() > RATE / 5))
                .hasSizeGreaterThan(100)
                .allSatisfy(moment ->
                        assertThat(moment.pitch().orElseThrow().midi()).isCloseTo(midi, within(0.05)));
    }

    /** At its steepest a vibrato of 35 cents moves by 1.2 cents in a millisecond. */
    @Test
    void a_pitch_that_sways_is_that_of_the_moment_it_is_told_of() {
        Performance note = Performance.of(Performance.music(60, 1, 67), 1);
        short[] sound = Tones.at(RATE).withVibrato(35).play(note);
        double start = note.notes().get(0).start();

        new Ear(RATE).accept(sound, 0, sound.length, pitches::add);

        assertThat(pitches.stream().filter(moment -> seconds(moment) > start + 0.2 && seconds(moment) < start + 0.8))
                .hasSizeGreaterThan(80)
                .allSatisfy(moment -> assertThat(moment.pitch().orElseThrow().midi())
                        .isCloseTo(67 + 0.35 * Math.sin(2 * Math.PI * 5.5 * (seconds(moment) - start)), within(0.04)));
    }

    private static double seconds(PitchMoment moment) {
        return (double) moment.atSample() / RATE;
    }

    @Test
    void takes_only_what_the_practice_room_takes() {
        assertThatThrownBy(() -> new Ear(22_050)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ear(RATE).accept(new short[10], 5, 6, pitches::add))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private Ear listening(int portion) {
        Ear ear = new Ear(RATE);
        short[] sound = MadeSound.played(RATE);
        for (int from = 0; from < sound.length; from += portion) {
            ear.accept(sound, from, Math.min(portion, sound.length - from), pitches::add);
        }
        ear.finish();
        return ear;
    }
}
