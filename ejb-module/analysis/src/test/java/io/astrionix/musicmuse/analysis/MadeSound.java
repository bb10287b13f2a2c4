package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.util.List;

/** Made sound, for tests of other packages: a tune of four notes, the third of them a tone too high, the last missed. */
public final class MadeSound {

    private static final int[] PITCHES = {60, 64, 67, 72};

    private MadeSound() {}

    /** What should be played: four notes of half a second, the first at 0.5 s. */
    public static List<ExpectedNote> music() {
        return Performance.music(120, 1, PITCHES);
    }

    /** The tune as 16-bit mono samples. */
    public static short[] played(int sampleRate) {
        Performance performance =
                Performance.of(music(), 0.9).withWrong(2, 2).without(3).withExtra(57, 2.6, 0.5);
        return Tones.at(sampleRate).play(performance);
    }
}
