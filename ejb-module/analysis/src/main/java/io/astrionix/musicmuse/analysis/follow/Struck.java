package io.astrionix.musicmuse.analysis.follow;

/**
 * What the player struck at a moment.
 *
 * @param seconds when, in seconds after sample 0 of the take
 * @param midi the pitch, as a fractional MIDI note number
 * @param fits whether the music has it there, as far as it is known where the player is
 */
record Struck(double seconds, double midi, boolean fits) {}
