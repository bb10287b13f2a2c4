package io.astrionix.musicmuse.analysis.cli;

/**
 * A note of a MIDI file.
 *
 * @param key MIDI note number, 0 to 127, A4 = 69
 * @param onsetSeconds when it begins, in seconds after the beginning of the file
 * @param offsetSeconds when it ends, not before it begins
 */
record MidiNote(int key, double onsetSeconds, double offsetSeconds) {}
