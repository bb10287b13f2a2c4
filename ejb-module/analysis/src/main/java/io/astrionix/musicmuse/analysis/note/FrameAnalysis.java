package io.astrionix.musicmuse.analysis.note;

import io.astrionix.musicmuse.analysis.pitch.PitchEstimate;
import io.astrionix.musicmuse.analysis.pitch.PitchEstimator;
import java.util.Optional;

/**
 * Looks at the end of the sound through three windows: a short one that follows quick notes, one of twice the length
 * for low notes, and one of four times the length at half the sample rate for the lowest.
 */
final class FrameAnalysis {

    /** The short window holds four periods of anything higher, in hertz: enough to be trusted. */
    private static final double SHORT_WINDOW_FROM_HERTZ = 190;

    /** Below this, in hertz, the middle window holds too few periods. */
    private static final double MIDDLE_WINDOW_FROM_HERTZ = 95;

    private static final double OCTAVE_TOLERANCE_SEMITONES = 0.5;
    private static final double LOWEST_DBFS = -120;

    private final PitchEstimator brief;
    private final PitchEstimator middle;
    private final PitchEstimator low;
    private final float[] briefFrame;
    private final float[] middleFrame;
    private final float[] lowFrame;
    private final OctaveCheck octave;
    private final int hop;
    private final double gateDbfs;
    private Optional<PitchEstimate> pitch = Optional.empty();

    FrameAnalysis(
            PitchEstimator brief,
            PitchEstimator middle,
            PitchEstimator low,
            OctaveCheck octave,
            int hop,
            double gateDbfs) {
        this.brief = brief;
        this.middle = middle;
        this.low = low;
        this.briefFrame = new float[brief.frameLength()];
        this.middleFrame = new float[middle.frameLength()];
        this.lowFrame = new float[low.frameLength()];
        this.octave = octave;
        this.hop = hop;
        this.gateDbfs = gateDbfs;
    }

    int windowLength() {
        return Math.max(2 * lowFrame.length, middleFrame.length);
    }

    Optional<PitchEstimate> pitch() {
        return pitch;
    }

    Frame look(float[] window, long endSample) {
        double level = level(window, briefFrame.length);
        pitch = level < gateDbfs ? Optional.empty() : estimate(window);
        return new Frame(
                endSample,
                level,
                level(window, hop),
                pitch.map(PitchEstimate::midi).orElse(Double.NaN),
                pitch.map(p -> 1 - p.confidence()).orElse(1.0));
    }

    private Optional<PitchEstimate> estimate(float[] window) {
        System.arraycopy(window, window.length - middleFrame.length, middleFrame, 0, middleFrame.length);
        Optional<PitchEstimate> inMiddle = octave.corrected(middle.estimate(middleFrame), middleFrame);
        System.arraycopy(window, window.length - briefFrame.length, briefFrame, 0, briefFrame.length);
        Optional<PitchEstimate> inBrief = octave.corrected(brief.estimate(briefFrame), briefFrame)
                .filter(p -> p.hertz() >= SHORT_WINDOW_FROM_HERTZ);
        if (inBrief.isPresent() && !(inMiddle.isPresent() && isOvertone(inBrief.get(), inMiddle.get()))) {
            return inBrief;
        }
        if (inMiddle.isPresent() && inMiddle.get().hertz() >= MIDDLE_WINDOW_FROM_HERTZ) {
            return inMiddle;
        }
        for (int i = 0; i < lowFrame.length; i++) {
            int at = window.length - 2 * lowFrame.length + 2 * i;
            lowFrame[i] = (window[at] + window[at + 1]) / 2;
        }
        Optional<PitchEstimate> inLow = low.estimate(lowFrame);
        return inLow.isPresent() ? inLow : inMiddle;
    }

    private static boolean isOvertone(PitchEstimate higher, PitchEstimate lower) {
        double multiple = higher.hertz() / lower.hertz();
        double nearest = Math.rint(multiple);
        return nearest >= 2 && Math.abs(12 * Math.log(multiple / nearest) / Math.log(2)) < OCTAVE_TOLERANCE_SEMITONES;
    }

    private static double level(float[] window, int length) {
        double sum = 0;
        for (int i = window.length - length; i < window.length; i++) {
            sum += (double) window[i] * window[i];
        }
        return Math.max(LOWEST_DBFS, 10 * Math.log10(Math.max(sum / length, 1e-12)));
    }
}
