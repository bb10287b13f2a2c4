package io.astrionix.musicmuse.analysis;

/**
 * The pitch that all instruments of a group are tuned to.
 *
 * @param a4Hertz frequency of the A above middle C, in hertz, {@value #LOWEST} (the usual baroque pitch) to
 *     {@value #HIGHEST} (chorton)
 */
public record ConcertPitch(double a4Hertz) {

    public static final int LOWEST = 415;
    public static final int HIGHEST = 466;

    /** ISO 16. */
    public static final ConcertPitch STANDARD = new ConcertPitch(440);

    private static final double SEMITONES_AN_OCTAVE = 12;

    /** @throws IllegalArgumentException if it is out of its range */
    public ConcertPitch {
        if (!isPossible(a4Hertz)) {
            throw new IllegalArgumentException("a4Hertz must be " + LOWEST + ".." + HIGHEST + ": " + a4Hertz);
        }
    }

    public static boolean isPossible(double a4Hertz) {
        return a4Hertz >= LOWEST && a4Hertz <= HIGHEST;
    }

    /**
     * The note that a pitch is at this concert pitch.
     *
     * @param midi a fractional MIDI note number, A4 = 440 Hz = 69
     * @return a fractional MIDI note number, A4 at this concert pitch = 69
     */
    double note(double midi) {
        return midi - SEMITONES_AN_OCTAVE * Math.log(a4Hertz / STANDARD.a4Hertz) / Math.log(2);
    }
}
