package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.listening.SoundSource;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Sampled instruments played to a metronome that sounds from a loudspeaker. Without fluidsynth it is skipped, except in
 * continuous integration, where it fails.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SampledMetronomeTest {

    private static final int RATE = 48_000;
    private static final double BEAT_SECONDS = 0.75;
    private static final int BEATS_IN_BAR = 4;

    /** The first click, and after two bars of them the music. */
    private static final double FIRST_CLICK_SECONDS = 1;

    private static final double MUSIC_SECONDS = FIRST_CLICK_SECONDS + 2 * BEATS_IN_BAR * BEAT_SECONDS;
    private static final double LATENCY_SECONDS = 0.12;

    private static final int RECORDER = 74;
    private static final int FLUTE = 73;
    private static final int CELLO = 42;
    private static final int SAXOPHONE = 65;

    /** C6 and G6 on the beat, where the metronome has them, and notes beside them. */
    private static final int[] AS_THE_CLICKS = {91, 84, 84, 84, 91, 89, 86, 84};

    private static final int[] TUNE = {72, 72, 79, 79, 81, 81, 79, 77, 77, 76, 76, 74, 74, 72};
    private static final int[] REPEATED = {60, 60, 67, 67, 69, 69, 67, 65, 65, 64, 64, 62, 62, 60};

    /** What is played, and what an ear that knows nothing of the metronome makes of it at 20 dB. */
    private record Piece(int program, List<ExpectedNote> music) {}

    private final List<Piece> pieces = List.of(
            new Piece(RECORDER, withRests(TUNE)),
            new Piece(CELLO, quarters(REPEATED, -12)),
            new Piece(SAXOPHONE, quarters(REPEATED, -2)),
            new Piece(FLUTE, quarters(AS_THE_CLICKS, 0)));

    private List<short[]> sounds;

    @BeforeAll
    void render() {
        FluidSynth.assumeInstalled();
        sounds = FluidSynth.render(
                        pieces.stream()
                                .map(piece -> new FluidSynth.Part(
                                        piece.program(),
                                        Performance.of(piece.music(), 0.75).later(LATENCY_SECONDS)))
                                .toList(),
                        RATE)
                .stream()
                .map(sound -> Tones.louder(sound, -8))
                .toList();
    }

    private static List<ExpectedNote> quarters(int[] tune, int transposed) {
        List<ExpectedNote> music = new ArrayList<>();
        for (int i = 0; i < tune.length; i++) {
            music.add(new ExpectedNote(i, tune[i] + transposed, MUSIC_SECONDS + i * BEAT_SECONDS, BEAT_SECONDS));
        }
        return music;
    }

    /** A note on every second beat. */
    private static List<ExpectedNote> withRests(int[] tune) {
        List<ExpectedNote> music = new ArrayList<>();
        for (int i = 0; i < tune.length; i++) {
            music.add(new ExpectedNote(i, tune[i], MUSIC_SECONDS + 2 * i * BEAT_SECONDS, BEAT_SECONDS));
        }
        return music;
    }

    private static List<ClickTrack.Click> clicks(List<ExpectedNote> music) {
        ExpectedNote last = music.get(music.size() - 1);
        List<ClickTrack.Click> clicks = new ArrayList<>();
        double end = last.startSeconds() + last.durationSeconds();
        for (int i = 0; FIRST_CLICK_SECONDS + i * BEAT_SECONDS < end; i++) {
            clicks.add(
                    new ClickTrack.Click(FIRST_CLICK_SECONDS + i * BEAT_SECONDS, i % BEATS_IN_BAR == 0 ? 1568 : 1047));
        }
        return clicks;
    }

    private Take take(int piece, double decibelBelow, ClickTrack told) {
        List<ExpectedNote> music = pieces.get(piece).music();
        short[] sound = Unwanted.clicks(sounds.get(piece), RATE, clicks(music), LATENCY_SECONDS, decibelBelow);
        return Take.of(
                sound,
                960,
                new TakeAnalyser(
                        RATE,
                        new TakeTerms(music, Take.BEGINNER, LATENCY_SECONDS),
                        new TakeSound(ConcertPitch.STANDARD, SoundSource.INSTRUMENT, told)));
    }

    private int extras(double decibelBelow, boolean isTold) {
        int extras = 0;
        for (int i = 0; i < pieces.size(); i++) {
            ClickTrack told = isTold ? new ClickTrack(clicks(pieces.get(i).music()), 0) : ClickTrack.NONE;
            extras += take(i, decibelBelow, told).result().score().extras();
        }
        return extras;
    }

    @Test
    void clicks_are_neither_extra_nor_wrong_notes_nor_noise() {
        for (int i = 0; i < pieces.size(); i++) {
            ClickTrack told = new ClickTrack(clicks(pieces.get(i).music()), 0);
            for (double decibelBelow : new double[] {10, 20}) {
                Take take = take(i, decibelBelow, told);
                String which = "program %d, %.0f dB".formatted(pieces.get(i).program(), decibelBelow);
                assertThat(take.mistakes()).as(which).isEqualTo(Map.of());
                assertThat(take.result().troubles()).as(which).isEmpty();
            }
        }
    }

    @Test
    void without_being_told_of_the_metronome_they_would_be() {
        assertThat(extras(20, false)).isPositive();
        assertThat(extras(20, true)).isZero();
    }
}
