package io.astrionix.musicmuse.analysis.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CandidatesTest {

    static Stream<Arguments> tones() {
        return Stream.of(
                        tone("rich", k -> 1.0 / k),
                        tone("without its fundamental", k -> k == 1 ? 0 : 1.0 / k),
                        tone("odd partials only", k -> k % 2 == 1 ? 1.0 / k : 0),
                        tone("all as loud", k -> 1))
                .flatMap(tone -> Stream.of(43.0, 55.2, 62.0, 69.4, 79.0, 88.1)
                        .map(midi -> Arguments.of(tone.get()[0], tone.get()[1], midi)));
    }

    private static Arguments tone(String name, IntToDoubleFunction amplitude) {
        return Arguments.of(name, amplitude);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("tones")
    void the_pitch_that_sounds_is_among_them(String name, IntToDoubleFunction amplitude, double midi) {
        PitchSpectrum spectrum = new PitchSpectrum(48_000);
        Sines.play(spectrum, 48_000, Sines.hertz(midi), 12, amplitude, 40);
        Candidates candidates = new Candidates();

        candidates.find(spectrum, 39, 26);

        assertThat(Arrays.stream(candidates.steps()).limit(candidates.count()))
                .as(name)
                .anyMatch(step -> Math.abs(step - PitchSpectrum.step(midi)) <= 1.6);
    }

    @Test
    void silence_has_none() {
        PitchSpectrum spectrum = new PitchSpectrum(48_000);
        Sines.play(spectrum, 48_000, 440, 1, k -> 0, 40);
        Candidates candidates = new Candidates();

        candidates.find(spectrum, 39, 26);

        assertThat(candidates.count()).isZero();
    }
}
