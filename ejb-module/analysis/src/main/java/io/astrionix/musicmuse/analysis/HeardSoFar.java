package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.List;

/** What an ear has heard of a take so far. */
record HeardSoFar(Ear ear, PlayedNotes playedNotes) implements PlayedSoFar {

    @Override
    public double nowSeconds() {
        return playedNotes.atInstrument(ear.secondsHeard());
    }

    @Override
    public double knownUntilSeconds() {
        return playedNotes.atInstrument(ear.notesHeardUntilSeconds());
    }

    @Override
    public int begunBefore(double seconds, int first) {
        return (int) ear.notesAfter(first).stream()
                .takeWhile(note -> playedNotes.onset(note) < seconds)
                .count();
    }

    @Override
    public int over() {
        return ear.notesOver();
    }

    @Override
    public List<PlayedNote> likelyBetween(double after, double until, int first) {
        return playedNotes.likely(ear.notesAfter(first)).stream()
                .filter(note -> note.onsetSeconds() > after && note.onsetSeconds() <= until)
                .toList();
    }

    @Override
    public List<PlayedNote> after(int first, List<ExpectedNote> music) {
        return playedNotes.of(ear.notesAfter(first), music);
    }
}
