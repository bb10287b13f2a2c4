package io.astrionix.musicmuse.analysis.listening;

import io.astrionix.musicmuse.analysis.listening.training.Clip;
import io.astrionix.musicmuse.analysis.listening.training.TrueNote;

/** What the right answer about a pitch at a moment is. */
enum Truth {
    YES,
    NO,
    /** So near to the border that no answer is taught. */
    UNCLEAR;

    private static final double SAME_STEPS = 1.6;

    private static final double ONSET_WITHIN_SECONDS = 0.008;
    private static final double ONSET_UNCLEAR_SECONDS = 0.03;

    private static final double SOUNDS_AFTER_ONSET_SECONDS = 0.012;
    private static final double SOUNDS_BEFORE_END_SECONDS = 0.005;
    private static final double UNCLEAR_BEFORE_ONSET_SECONDS = 0.02;
    private static final double FADES_SECONDS = 0.4;

    private static final double NEAR_SECONDS = 0.1;

    /** Whether that pitch, in steps of the {@link PitchSpectrum}, begins at that moment. */
    static Truth begins(Clip clip, double seconds, int step) {
        Truth truth = NO;
        for (TrueNote note : clip.notes()) {
            double apart = Math.abs(seconds - note.onset());
            if (apart > ONSET_UNCLEAR_SECONDS || !isPitch(note, step)) {
                continue;
            }
            if (apart <= ONSET_WITHIN_SECONDS) {
                return YES;
            }
            truth = UNCLEAR;
        }
        return truth;
    }

    /** Whether that pitch sounds at that moment. */
    static Truth sounds(Clip clip, double seconds, int step) {
        Truth truth = NO;
        for (TrueNote note : clip.notes()) {
            if (!isPitch(note, step)) {
                continue;
            }
            if (seconds >= note.onset() + SOUNDS_AFTER_ONSET_SECONDS
                    && seconds <= note.end() - SOUNDS_BEFORE_END_SECONDS) {
                return YES;
            }
            if (seconds >= note.onset() - UNCLEAR_BEFORE_ONSET_SECONDS && seconds <= note.end() + FADES_SECONDS) {
                truth = UNCLEAR;
            }
        }
        return truth;
    }

    /** Whether any note begins within a tenth of a second. */
    static boolean isNearOnset(Clip clip, double seconds) {
        return clip.notes().stream().anyMatch(note -> Math.abs(note.onset() - seconds) < NEAR_SECONDS);
    }

    private static boolean isPitch(TrueNote note, int step) {
        return Math.abs(step - PitchSpectrum.step(note.midi())) <= SAME_STEPS;
    }
}
