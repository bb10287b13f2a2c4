package io.astrionix.musicmuse.analysis.note;

import io.astrionix.musicmuse.analysis.tarsos.TarsosPitchEstimator;

/** Puts a note detector together. */
public final class NoteDetectors {

    private static final int HOP = 256;
    private static final int BRIEF = 1024;
    private static final int LONG = 2048;
    private static final double GATE_DBFS = -58;

    private NoteDetectors() {}

    /** A detector for one voice or instrument that plays one note at a time. */
    public static NoteDetector forOneVoice(int sampleRate) {
        FrameAnalysis analysis = new FrameAnalysis(
                new TarsosPitchEstimator(sampleRate, BRIEF),
                new TarsosPitchEstimator(sampleRate, LONG),
                new TarsosPitchEstimator(sampleRate / 2.0, LONG),
                new OctaveCheck(sampleRate),
                HOP,
                GATE_DBFS);
        return new OneVoiceNoteDetector(sampleRate, HOP, GATE_DBFS, analysis);
    }
}
