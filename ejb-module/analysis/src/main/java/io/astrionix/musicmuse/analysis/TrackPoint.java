package io.astrionix.musicmuse.analysis;

/**
 * The pitch at one moment of the take.
 *
 * @param atSample index of the sample in the middle of what was looked at
 * @param midi the pitch as a fractional MIDI note number, the A of the concert pitch = 69
 */
public record TrackPoint(long atSample, double midi) {}
