package io.astrionix.musicmuse.analysis.note;

/**
 * A note in the sound of a take.
 *
 * @param id names the note inside its take
 * @param onsetSample index of the sample where it begins to be heard
 * @param endSample index of the sample up to which it was heard so far
 * @param midi its pitch as a fractional MIDI note number, A4 = 440 Hz = 69
 * @param evidence how clearly a note begins here, 0 to 1; below {@link #CERTAIN} it may as well be the note before that
 *     goes on, and only the music can tell
 */
public record HeardNote(int id, long onsetSample, long endSample, double midi, double evidence) {

    /** From this evidence on a note is taken for one whatever the music says. */
    public static final double CERTAIN = 1;

    /** Whether this is a note whatever the music says. */
    public boolean isCertain() {
        return evidence >= CERTAIN;
    }
}
