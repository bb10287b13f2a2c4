package io.astrionix.musicmuse.lessons.boundary;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.shared.Sha256;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An exercise made ready for one instrument, key, octave and tempo.
 *
 * @param choice what was asked for, with the key that was taken: its key is never empty
 * @param inputKind how the instrument's notes are made, and so how they are judged
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
        InputKind inputKind,
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

    /**
     * The notes as a take of this exercise is to have them.
     *
     * @param musicStartSeconds when the first bar begins, in seconds after sample 0 of the take
     */
    public List<ExpectedNote> expectedNotes(double musicStartSeconds) {
        return notes.stream()
                .map(note -> new ExpectedNote(
                        note.index(),
                        note.soundingMidi(),
                        musicStartSeconds + startSeconds(note),
                        durationSeconds(note)))
                .toList();
    }

    /** Whether its notes have pitches; else only their rhythm counts. */
    public boolean hasPitch() {
        return inputKind != InputKind.PERCUSSION;
    }

    /** Another one for other notes: pitches as they sound, and beats; the tempo has no part in it. */
    public String fingerprint() {
        return Sha256.hex(notes.stream()
                .map(note -> note.soundingMidi() + " " + note.startBeat() + " " + note.durationBeats())
                .collect(Collectors.joining("\n")));
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
