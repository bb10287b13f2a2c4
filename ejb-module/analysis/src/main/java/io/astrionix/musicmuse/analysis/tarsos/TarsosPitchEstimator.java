package io.astrionix.musicmuse.analysis.tarsos;

import be.tarsos.dsp.pitch.FastYin;
import be.tarsos.dsp.pitch.PitchDetectionResult;
import be.tarsos.dsp.pitch.PitchDetector;
import be.tarsos.dsp.pitch.Yin;
import io.astrionix.musicmuse.analysis.pitch.PitchEstimate;
import io.astrionix.musicmuse.analysis.pitch.PitchEstimator;
import java.util.Optional;

/**
 * YIN (de Cheveigné and Kawahara, JASA 2002) as TarsosDSP has it. Its fast form computes with a Fourier transform and
 * loses perfectly periodic frames to rounding ("probability" above 1); such a frame goes to the slow form, which does
 * not.
 */
public final class TarsosPitchEstimator implements PitchEstimator {

    private final int frameLength;
    private final PitchDetector fast;
    private final PitchDetector exact;

    /**
     * @param sampleRate samples per second
     * @param frameLength samples in a frame, a power of two; the lowest pitch found is 2 x sampleRate / frameLength
     */
    public TarsosPitchEstimator(double sampleRate, int frameLength) {
        this.frameLength = frameLength;
        this.fast = new FastYin((float) sampleRate, frameLength);
        this.exact = new Yin((float) sampleRate, frameLength);
    }

    @Override
    public int frameLength() {
        return frameLength;
    }

    @Override
    public Optional<PitchEstimate> estimate(float[] frame) {
        Optional<PitchEstimate> estimate = wrapped(fast.getPitch(frame));
        return estimate.isPresent() ? estimate : wrapped(exact.getPitch(frame));
    }

    /** The detectors reuse their result object and say -1 for "none": neither leaves this class. */
    private static Optional<PitchEstimate> wrapped(PitchDetectionResult result) {
        float hertz = result.getPitch();
        if (!result.isPitched() || !(hertz > 0) || Float.isInfinite(hertz)) {
            return Optional.empty();
        }
        double confidence = Math.max(0, Math.min(1, result.getProbability()));
        return Optional.of(new PitchEstimate(hertz, confidence));
    }
}
