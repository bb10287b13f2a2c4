package io.astrionix.musicmuse.lessons.entity;

import io.astrionix.musicmuse.lessons.boundary.Instrument;
import io.astrionix.musicmuse.lessons.boundary.ScoreNote;
import java.util.ArrayList;
import java.util.List;

/**
 * The music on the player's page: in its key and octave, for one instrument.
 *
 * @param beatsPerBar quarter notes in a bar
 * @param bars the signs of each bar, at written pitch
 */
public record WrittenScore(Instrument instrument, MusicalKey key, int beatsPerBar, List<List<NoteOrRest>> bars) {

    /** Lower figure of the time signature: all exercises count quarter notes. */
    public static final int BEAT_UNIT = 4;

    /** The notes to be played: ties joined, rests left out, pitches as they sound. */
    public List<ScoreNote> notes() {
        List<ScoreNote> notes = new ArrayList<>();
        double beat = 0;
        boolean prolongs = false;
        for (NoteOrRest sign : bars.stream().flatMap(List::stream).toList()) {
            double duration = sign.value().sixteenths() / (double) NoteValue.SIXTEENTHS_PER_BEAT;
            if (prolongs) {
                int last = notes.size() - 1;
                notes.set(last, longer(notes.get(last), duration));
            } else if (sign.pitch().isPresent()) {
                notes.add(note(notes.size(), sign.pitch().get(), beat, duration));
            }
            prolongs = sign.tiedToNext();
            beat += duration;
        }
        return notes;
    }

    /** Length of all bars in quarter notes. */
    public double lengthBeats() {
        return (double) beatsPerBar * bars.size();
    }

    private ScoreNote note(int index, Pitch written, double beat, double duration) {
        int bar = (int) (beat / beatsPerBar);
        return new ScoreNote(
                index,
                written.midi() + instrument.transpositionSemitones(),
                beat,
                duration,
                bar + 1,
                beat - (double) bar * beatsPerBar + 1,
                instrument.hasPitch() ? written.name() : "");
    }

    private static ScoreNote longer(ScoreNote note, double beats) {
        return new ScoreNote(
                note.index(),
                note.soundingMidi(),
                note.startBeat(),
                note.durationBeats() + beats,
                note.bar(),
                note.beatInBar(),
                note.writtenName());
    }
}
