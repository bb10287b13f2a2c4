package io.astrionix.musicmuse.analysis.listening;

/**
 * A note in the sound of a take.
 *
 * @param id names the note inside its take
 * @param onsetSample index of the sample where it begins to be heard
 * @param endSample index of the sample up to which it was heard so far; where the same pitch may have begun again,
 *     beyond that
 * @param midi its pitch as a fractional MIDI note number, A4 = 440 Hz = 69
 * @param evidence how probable it is that a note begins here, 0 to 1
 */
public record HeardNote(int id, long onsetSample, long endSample, double midi, double evidence) {

    /** From this evidence on a note was rather played than not. */
    public static final double LIKELY = 0.5;

    /** From this evidence on a note was played, whatever the music says. */
    public static final double CERTAIN = 0.98;

    /** Two pitches nearer than this, in semitones, may be one with a vibrato. */
    private static final double VIBRATO = 0.7;

    /** Whether two pitches, as MIDI note numbers, may be one that sounds on with a vibrato. */
    public static boolean mayBeOnePitch(double midi, double other) {
        return Math.abs(midi - other) < VIBRATO;
    }

    /** Whether this is a note where nothing is known of the music. */
    public boolean isLikely() {
        return evidence >= LIKELY;
    }

    /** Whether this is a note even where the music has none. */
    public boolean isCertain() {
        return evidence >= CERTAIN;
    }
}
