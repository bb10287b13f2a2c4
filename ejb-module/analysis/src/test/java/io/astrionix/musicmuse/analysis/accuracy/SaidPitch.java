package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.listening.PitchEstimate;

/**
 * The pitch that a listener said it heard at a moment.
 *
 * @param seconds the middle of what it looked at
 * @param midi as a fractional MIDI note number; not a number where it heard none
 */
record SaidPitch(double seconds, double midi) {

    static double midi(double hertz) {
        return hertz > 0 ? PitchEstimate.midi(hertz) : Double.NaN;
    }

    static double hertz(double midi) {
        return 440 * Math.pow(2, (midi - 69) / 12);
    }
}
