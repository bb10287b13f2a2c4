package io.astrionix.musicmuse.analysis.accuracy;

/**
 * A note that a listener said it heard.
 *
 * @param onset where it begins, in seconds
 * @param midi its pitch as a fractional MIDI note number
 * @param said how much sound the listener had heard when it said so, in seconds
 */
record SaidNote(double onset, double midi, double said) {}
