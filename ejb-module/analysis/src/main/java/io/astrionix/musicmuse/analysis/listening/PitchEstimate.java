package io.astrionix.musicmuse.analysis.listening;

/**
 * The pitch of one frame of sound.
 *
 * @param hertz the fundamental frequency, in hertz, more than 0
 * @param confidence how periodic the frame is, 0 to 1
 */
public record PitchEstimate(double hertz, double confidence) {

    /** @throws IllegalArgumentException if a value is out of its range */
    public PitchEstimate {
        if (!(hertz > 0) || Double.isInfinite(hertz)) {
            throw new IllegalArgumentException("hertz must be finite and positive: " + hertz);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0..1: " + confidence);
        }
    }

    /** The pitch as a fractional MIDI note number, A4 = 440 Hz = 69, equal temperament. */
    public double midi() {
        return midi(hertz);
    }

    /**
     * A frequency as a fractional MIDI note number, A4 = 440 Hz = 69, equal temperament.
     *
     * @param hertz more than 0
     */
    public static double midi(double hertz) {
        return 69 + 12 * Math.log(hertz / 440) / Math.log(2);
    }
}
