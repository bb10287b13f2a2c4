package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.astrionix.musicmuse.analysis.listening.SoundSource;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes that are sung: with a slide into each note, and with a vibrato. */
class VoiceTakeTest {

    private static final int RATE = 48_000;
    private static final double SLIDE_SECONDS = 0.1;
    private static final ScoringRules RULES = RuleBook.current(InputKind.VOICE, Strictness.STANDARD);
    private static final int[] SCALE = {0, 2, 4, 5, 7, 9, 11, 12, 11, 7, 5, 4, 2, 0};

    private static List<ExpectedNote> music(int root) {
        return Performance.music(
                80, 1, IntStream.of(SCALE).map(step -> step + root).toArray());
    }

    private static Take take(short[] sound, List<ExpectedNote> music) {
        return Take.of(
                sound,
                960,
                new TakeAnalyser(
                        RATE,
                        new TakeTerms(music, RULES, 0),
                        new TakeSound(ConcertPitch.STANDARD, SoundSource.VOICE, ClickTrack.NONE)));
    }

    private static Take sung(int root, double vibratoCents, double slideCents) {
        List<ExpectedNote> music = music(root);
        return take(
                new SungSound(vibratoCents, 5.5, slideCents, SLIDE_SECONDS).sing(Performance.of(music, 0.95)), music);
    }

    @ParameterizedTest
    @CsvSource({"45, 0", "45, -100", "57, -100", "64, -100"})
    void a_voice_that_slides_into_its_notes_is_right(int root, double slideCents) {
        assertThat(sung(root, 0, slideCents).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 75})
    void a_vibrato_is_judged_by_its_middle(double vibratoCents) {
        Take take = sung(57, vibratoCents, 0);
        assertThat(take.result().score().medianCents().orElseThrow()).isBetween(-5.0, 5.0);
        assertThat(verdicts(take, "right")).isGreaterThanOrEqualTo(SCALE.length - 2);
        assertThat(verdicts(take, "extra")).isLessThanOrEqualTo(1);
    }

    @Test
    void a_note_sung_a_semitone_beside_is_wrong_with_a_vibrato_too() {
        List<ExpectedNote> music = music(57);
        Performance sung = Performance.of(music, 0.95).withWrong(3, 1.5);
        Take take = take(new SungSound(40, 5.5, 0, SLIDE_SECONDS).sing(sung), music);
        assertThat(take.mistakes()).containsEntry(3, "wrong").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_flat_voice_is_flat() {
        List<ExpectedNote> music = music(57);
        Performance sung = Performance.of(music, 0.95).offBy(-40);
        Take take = take(new SungSound(30, 5.5, 0, SLIDE_SECONDS).sing(sung), music);
        assertThat(verdicts(take, "flat")).isGreaterThanOrEqualTo(SCALE.length - 2);
        assertThat(take.result().score().tuningCents()).isEmpty();
    }

    private static long verdicts(Take take, String id) {
        return take.result().score().verdicts().stream()
                .map(NoteVerdict::verdict)
                .filter(verdict -> verdict.id().equals(id))
                .count();
    }

    /** Choir aahs and voice oohs of FluidR3. */
    @ParameterizedTest
    @ValueSource(ints = {52, 53})
    void sampled_voices_sing_a_scale(int program) {
        if (!FluidSynth.isInstalled()) {
            String message = "fluidsynth and " + FluidSynth.SOUND_FONT + " are needed to listen to voices";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            assumeTrue(false, message);
        }
        List<ExpectedNote> music = music(57);
        short[] sound = FluidSynth.render(List.of(new FluidSynth.Part(program, Performance.of(music, 0.8))), RATE)
                .get(0);
        Take take = take(sound, music);
        assertThat(verdicts(take, "wrong")).isZero();
        assertThat(verdicts(take, "missed")).isZero();
        assertThat(verdicts(take, "extra")).isLessThanOrEqualTo(1);
    }
}
