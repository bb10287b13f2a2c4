package io.astrionix.musicmuse.analysis;

/** Takes away a constant offset of the microphone; leaves everything from 20 Hz up as it is, to within 1 dB. */
final class DcBlocker {

    private static final double CUT_OFF_HERTZ = 8;

    private final double keep;
    private double lastIn;
    private double lastOut;

    DcBlocker(int sampleRate) {
        keep = 1 - 2 * Math.PI * CUT_OFF_HERTZ / sampleRate;
    }

    float next(float sample) {
        lastOut = sample - lastIn + keep * lastOut;
        lastIn = sample;
        return (float) lastOut;
    }
}
