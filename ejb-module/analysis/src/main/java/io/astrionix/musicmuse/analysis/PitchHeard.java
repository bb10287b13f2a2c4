package io.astrionix.musicmuse.analysis;

import java.util.OptionalDouble;

/**
 * The pitch of this moment, for display only; no verdict follows from it.
 *
 * @param atSample index of the sample in the middle of what was looked at
 * @param levelDbfs level of the window, in dB below full scale (a full-scale sine is -3), at least -120
 * @param hertz the pitch, in hertz; empty where no pitch was heard
 * @param midi the pitch as a fractional MIDI note number, the A of the concert pitch = 69; empty where no pitch was heard
 */
public record PitchHeard(long atSample, double levelDbfs, OptionalDouble hertz, OptionalDouble midi)
        implements Feedback {}
