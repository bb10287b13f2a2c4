package io.astrionix.musicmuse.analysis.listening.training;

/**
 * A note that really sounds in a clip.
 *
 * @param onset when it begins to be heard, in seconds from the beginning of the clip
 * @param end when it is let go, in seconds
 * @param midi its mean pitch as a MIDI number with fractions, 69 being 440 Hz; a vibrato is not followed
 */
public record TrueNote(double onset, double end, double midi) {}
