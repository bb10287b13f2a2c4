package io.astrionix.musicmuse.analysis.note;

import io.astrionix.musicmuse.analysis.tarsos.TarsosPitchEstimator;

/** Puts a note detector together. */
public final class NoteDetectors {

    private static final int FRAME = 2048;

    private NoteDetectors() {}

    /** A detector for one voice or instrument that plays one note at a time. */
    public static NoteDetector forOneVoice(int sampleRate) {
        return new OneVoiceNoteDetector(
                sampleRate,
                new TarsosPitchEstimator(sampleRate, FRAME),
                new TarsosPitchEstimator(sampleRate / 2.0, FRAME));
    }
}
