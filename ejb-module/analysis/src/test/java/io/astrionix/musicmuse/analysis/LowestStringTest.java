package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.listening.SoundSource;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.Strictness;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The low E of a sampled electric bass (41.2 Hz), between its neighbours, as it is tuned in a school. */
class LowestStringTest {

    private static final int RATE = 48_000;
    private static final int FINGERED_BASS = 33;
    private static final List<ExpectedNote> MUSIC = Performance.music(75, 1, 28, 31, 28, 33, 28, 35, 28);

    @BeforeAll
    static void needsASynthesizer() {
        FluidSynth.assumeInstalled();
    }

    @ParameterizedTest
    @CsvSource({"0, 440", "-10, 440", "-25, 440", "15, 440", "-101.3, 415"})
    void is_heard_however_it_is_tuned(double cents, double a4) {
        var performance = Performance.of(MUSIC, 0.9).offBy(cents);
        short[] sound = FluidSynth.render(List.of(new FluidSynth.Part(FINGERED_BASS, performance)), RATE)
                .get(0);
        var terms = new TakeTerms(MUSIC, RuleBook.current(InputKind.TUNED, Strictness.BEGINNER), 0);
        var pitch = new TakeSound(new ConcertPitch(a4), SoundSource.INSTRUMENT, ClickTrack.NONE);

        assertThat(Take.of(sound, 256, new TakeAnalyser(RATE, terms, pitch)).mistakes())
                .isEmpty();
    }
}
