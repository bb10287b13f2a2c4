package io.astrionix.musicmuse.analysis.note;

/**
 * A note in the sound of a take.
 *
 * @param id names the note inside its take
 * @param onsetSample index of the sample where it begins to be heard
 * @param endSample index of the sample up to which it was heard so far
 * @param midi its pitch as a fractional MIDI note number, A4 = 440 Hz = 69
 */
public record HeardNote(int id, long onsetSample, long endSample, double midi) {}
