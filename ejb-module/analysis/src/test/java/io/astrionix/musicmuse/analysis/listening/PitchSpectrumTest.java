package io.astrionix.musicmuse.analysis.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PitchSpectrumTest {

    @ParameterizedTest
    @CsvSource({
        "48000, 40.3", "48000, 52.0", "48000, 60.2", "48000, 69.0", "48000, 76.4", "48000, 88.0", "48000, 98.9",
        "44100, 40.3", "44100, 52.0", "44100, 60.2", "44100, 69.0", "44100, 76.4", "44100, 88.0", "44100, 98.9"
    })
    void a_sine_is_loudest_at_its_pitch(double sampleRate, double midi) {
        PitchSpectrum spectrum = new PitchSpectrum(sampleRate);
        Sines.play(spectrum, sampleRate, Sines.hertz(midi), 1, k -> 1, 60);

        float[] picture = spectrum.picture(59);
        int loudest = 0;
        for (int step = 0; step < PitchSpectrum.STEPS; step++) {
            loudest = picture[step] > picture[loudest] ? step : loudest;
        }

        // Below 100 Hz the window is shorter than would tell two semitones apart.
        double semitones = midi < 45 ? 1.4 : 0.5;
        assertThat(PitchSpectrum.midi(loudest)).isCloseTo(midi, within(semitones));
        assertThat(picture[loudest]).isCloseTo(-20f, within(2f));
    }

    @ParameterizedTest
    @CsvSource({
        "48000, 45.37", "48000, 57.11", "48000, 64.4", "48000, 69.0", "48000, 76.73", "48000, 90.05",
        "44100, 45.37", "44100, 57.11", "44100, 64.4", "44100, 69.0", "44100, 76.73", "44100, 90.05"
    })
    void a_steady_tone_is_measured_to_a_third_of_a_cent(double sampleRate, double midi) {
        PitchSpectrum spectrum = new PitchSpectrum(sampleRate);
        Sines.play(spectrum, sampleRate, Sines.hertz(midi), 10, k -> 1.0 / k, 60);

        double hertz = spectrum.refine(PitchSpectrum.hertz(Math.rint(PitchSpectrum.step(midi))));

        assertThat(1200 * Math.log(hertz / Sines.hertz(midi)) / Math.log(2)).isCloseTo(0, within(0.33));
    }

    /** The picture of a tone between two bins is flat from one to the other, so candidates lie beside it. */
    @ParameterizedTest
    @CsvSource({"49.82, 49.33", "49.82, 50.67", "47.19, 46.33", "47.19, 48", "59.5, 59"})
    void a_pure_tone_is_measured_from_beside_it(double midi, double candidate) {
        PitchSpectrum spectrum = new PitchSpectrum(48_000);
        Sines.play(spectrum, 48_000, Sines.hertz(midi), 1, k -> 1, 60);

        double hertz = spectrum.refineNow(Sines.hertz(candidate));

        assertThat(1200 * Math.log(hertz / Sines.hertz(midi)) / Math.log(2)).isCloseTo(0, within(3.0));
    }

    @Test
    void only_the_last_frames_are_kept_and_frames_before_them_are_the_oldest() {
        PitchSpectrum spectrum = new PitchSpectrum(48_000);
        Sines.play(spectrum, 48_000, 440, 1, k -> 1, 200);

        assertThat(spectrum.frames()).isEqualTo(200);
        assertThat(spectrum.picture(0)).isSameAs(spectrum.picture(200 - PitchSpectrum.FRAMES + 1));
        assertThat(spectrum.picture(500)).isSameAs(spectrum.picture(199));
    }

    @Test
    void what_counts_as_loud_follows_the_sound() {
        PitchSpectrum spectrum = new PitchSpectrum(48_000);
        float quiet = spectrum.reference();
        Sines.play(spectrum, 48_000, 440, 1, k -> 1, 60);
        float loud = spectrum.reference();
        Sines.play(spectrum, 48_000, 440, 1, k -> 0.001, 600);

        assertThat(loud).isCloseTo(-20f, within(2f)).isGreaterThan(quiet);
        assertThat(spectrum.reference()).isLessThan(loud - 4);
    }
}
