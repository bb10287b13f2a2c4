package io.astrionix.musicmuse.lessons.boundary;

import java.util.List;

/**
 * An exercise made ready for one instrument, key, octave and tempo.
 *
 * @param choice what was asked for, with the key that was taken: its key is never empty
 * @param titleKey key of the title in the message bundle
 * @param beatsPerBar upper figure of the time signature
 * @param beatUnit lower figure of the time signature
 * @param notes the notes to be played, by time
 * @param musicXml the score as MusicXML 4.0; its note elements have the id {@code note-<index>}, and the further notes
 *     of a tie {@code note-<index>-tied-<n>}
 * @param lengthBeats length of all bars in quarter notes, closing rests included
 */
public record Exercise(
        ExerciseChoice choice,
        String titleKey,
        int beatsPerBar,
        int beatUnit,
        List<ScoreNote> notes,
        String musicXml,
        double lengthBeats) {

    private static final double SECONDS_PER_MINUTE = 60;

    public Exercise {
        notes = List.copyOf(notes);
    }

    /** Seconds from the start of the first bar to the start of the note. */
    public double startSeconds(ScoreNote note) {
        return note.startBeat() * secondsPerBeat();
    }

    /** Seconds the note lasts. */
    public double durationSeconds(ScoreNote note) {
        return note.durationBeats() * secondsPerBeat();
    }

    /** Seconds from the start of the first bar to the end of the note. */
    public double endSeconds(ScoreNote note) {
        return startSeconds(note) + durationSeconds(note);
    }

    /** Seconds from the start of the first bar to the end of the last. */
    public double lengthSeconds() {
        return lengthBeats * secondsPerBeat();
    }

    /** Seconds of one quarter note at the chosen tempo. */
    public double secondsPerBeat() {
        return SECONDS_PER_MINUTE / choice.tempo();
    }
}
