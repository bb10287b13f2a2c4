package io.astrionix.musicmuse.analysis.tarsos;

import be.tarsos.dsp.pitch.FastYin;
import be.tarsos.dsp.pitch.PitchDetectionResult;
import io.astrionix.musicmuse.analysis.pitch.PitchEstimate;
import io.astrionix.musicmuse.analysis.pitch.PitchEstimator;
import java.util.Optional;
import java.util.Random;

/**
 * YIN (de Cheveigné and Kawahara, JASA 2002) as TarsosDSP has it, in the form that computes with a Fourier transform.
 *
 * <p>Left alone it loses perfectly periodic frames: rounding makes them look more than perfectly periodic, and it calls
 * them unpitched. So a hiss of -46 dB is added to every frame, always the same one: far more than the rounding, far less
 * than any microphone's. (TarsosDSP's plain YIN does not round so, but takes twenty times as long on noise.)
 */
public final class TarsosPitchEstimator implements PitchEstimator {

    private static final double HISS = 0.005;
    private static final long SEED = 1;

    private final int frameLength;
    private final FastYin yin;
    private final float[] hiss;
    private final float[] copy;

    /**
     * @param sampleRate samples per second
     * @param frameLength samples in a frame, a power of two; the lowest pitch found is 2 x sampleRate / frameLength
     */
    public TarsosPitchEstimator(double sampleRate, int frameLength) {
        this.frameLength = frameLength;
        this.yin = new FastYin((float) sampleRate, frameLength);
        this.hiss = new float[frameLength];
        this.copy = new float[frameLength];
        Random random = new Random(SEED);
        for (int i = 0; i < frameLength; i++) {
            hiss[i] = (float) (HISS * random.nextGaussian());
        }
    }

    @Override
    public int frameLength() {
        return frameLength;
    }

    @Override
    public Optional<PitchEstimate> estimate(float[] frame) {
        double power = 0;
        for (int i = 0; i < frameLength; i++) {
            power += (double) frame[i] * frame[i];
        }
        float level = (float) Math.sqrt(power / frameLength);
        for (int i = 0; i < frameLength; i++) {
            copy[i] = frame[i] + level * hiss[i];
        }
        return wrapped(yin.getPitch(copy));
    }

    /** The detector reuses its result object and says -1 for "none": neither leaves this class. */
    private static Optional<PitchEstimate> wrapped(PitchDetectionResult result) {
        float hertz = result.getPitch();
        if (!result.isPitched() || !(hertz > 0) || Float.isInfinite(hertz)) {
            return Optional.empty();
        }
        double confidence = Math.max(0, Math.min(1, result.getProbability()));
        return Optional.of(new PitchEstimate(hertz, confidence));
    }
}
