package io.astrionix.musicmuse.analysis.cli;

/**
 * A note that was heard, with its times in seconds after the beginning of the file.
 *
 * @param onsetSeconds when it begins
 * @param offsetSeconds when it ends
 * @param midi its pitch as a fractional MIDI note number, A4 = 440 Hz = 69
 * @param saidSeconds up to when the sound had to be heard until the note was first said with certainty
 */
record TimedNote(double onsetSeconds, double offsetSeconds, double midi, double saidSeconds) {

    /** A note of a MIDI file is certain when it begins. */
    static TimedNote of(MidiNote note) {
        return new TimedNote(note.onsetSeconds(), note.offsetSeconds(), note.key(), note.onsetSeconds());
    }
}
