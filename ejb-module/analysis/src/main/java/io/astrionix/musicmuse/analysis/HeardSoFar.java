package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/** Listens to a take for notes, which have a pitch. */
record HeardSoFar(Ear ear, PlayedNotes playedNotes) implements TakeEar {

    private static final double ABOUT_THEN_SECONDS = 0.15;

    @Override
    public void accept(short[] samples, int offset, int length, Consumer<PitchMoment> moments) {
        ear.accept(samples, offset, length, moments);
    }

    @Override
    public void finish() {
        ear.finish();
    }

    @Override
    public double secondsHeard() {
        return ear.secondsHeard();
    }

    @Override
    public double levelDbfs() {
        return ear.levelDbfs();
    }

    @Override
    public OptionalDouble humDbfs() {
        return ear.humDbfs();
    }

    @Override
    public long revision() {
        return ear.revision();
    }

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
    public List<PlayedNote> followedBetween(double after, double until, int first) {
        return playedNotes.followed(ear.notesAfter(first)).stream()
                .filter(note -> note.onsetSeconds() > after && note.onsetSeconds() <= until)
                .toList();
    }

    @Override
    public boolean isDoubtful(double seconds, int first, Set<Integer> counted) {
        return ear.notesAfter(first).stream()
                .anyMatch(note -> Math.abs(playedNotes.onset(note) - seconds) <= ABOUT_THEN_SECONDS
                        && !counted.contains(note.id()));
    }

    @Override
    public List<PlayedNote> after(int first, List<ExpectedNote> music) {
        return playedNotes.of(ear.notesAfter(first), music);
    }
}
