package io.astrionix.musicmuse.analysis.follow;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The music on the clock of the take: when each note was, or is, to be played, in the order of time, which is that of the
 * music too. What the player has left out is not there, and what was played twice is there as it was played last.
 */
final class PlacedMusic {

    /** From one time on, until before another one, in seconds after sample 0 of the take. */
    private record Span(double from, double until) {}

    private final List<ExpectedNote> written;
    private final List<ExpectedNote> notes = new ArrayList<>();
    /** The places of the notes in the music as it is written. */
    private final List<Integer> places = new ArrayList<>();

    /** In the order of time; none overlaps another. */
    private final List<Span> takenBack = new ArrayList<>();

    PlacedMusic(List<ExpectedNote> written) {
        this.written = written;
    }

    /**
     * The player goes to another note. What should have been played from that moment on is left out; where that note was
     * played before, all since then is taken back.
     *
     * @param place of the note, in the music as it is written
     * @param atSeconds when it was played
     */
    void goTo(int place, double atSeconds) {
        cutFrom(firstAt(atSeconds - Onsets.CHORD_SECONDS));
        int again = indexOf(place);
        if (again < notes.size()) {
            takeBack(notes.get(again).startSeconds() - reachBefore(again), atSeconds - Onsets.CHORD_SECONDS);
            cutFrom(again);
        }
    }

    private void takeBack(double from, double until) {
        double earliest = from;
        while (!takenBack.isEmpty() && latestTakenBack().until() >= earliest) {
            earliest = Math.min(earliest, latestTakenBack().from());
            takenBack.remove(takenBack.size() - 1);
        }
        takenBack.add(new Span(earliest, until));
    }

    private Span latestTakenBack() {
        return takenBack.get(takenBack.size() - 1);
    }

    /** Half of what is between a note and the one before, at most the time of a chord twice. */
    private double reachBefore(int index) {
        double gap = index == 0
                ? Double.POSITIVE_INFINITY
                : notes.get(index).startSeconds() - notes.get(index - 1).startSeconds();
        return Math.min(2 * Onsets.CHORD_SECONDS, gap / 2);
    }

    /** Places a note at a time; those behind it are placed after it. */
    void place(int place, double seconds) {
        ExpectedNote note = written.get(place);
        var placed = new ExpectedNote(note.index(), note.midi(), Math.max(0, seconds), note.durationSeconds());
        int index = indexOf(place);
        if (index == notes.size()) {
            notes.add(placed);
            places.add(place);
        } else {
            notes.set(index, placed);
        }
    }

    /** Places all notes from one on, so many seconds later than they are written. */
    void placeFrom(int place, double laterSeconds) {
        for (int at = place; at < written.size(); at++) {
            place(at, written.get(at).startSeconds() + laterSeconds);
        }
    }

    private int indexOf(int place) {
        int found = Collections.binarySearch(places, place);
        return found >= 0 ? found : -found - 1;
    }

    private int firstAt(double seconds) {
        int index = notes.size();
        while (index > 0 && notes.get(index - 1).startSeconds() >= seconds) {
            index--;
        }
        return index;
    }

    private void cutFrom(int index) {
        notes.subList(index, notes.size()).clear();
        places.subList(index, places.size()).clear();
    }

    List<ExpectedNote> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** The notes before a place of the music that were left out, in the order of the music. */
    List<ExpectedNote> leftOutBefore(int place) {
        List<ExpectedNote> leftOut = new ArrayList<>();
        for (int note = 0; note < place; note++) {
            if (Collections.binarySearch(places, note) < 0) {
                leftOut.add(written.get(note));
            }
        }
        return leftOut;
    }

    /** All notes that are not placed, in the order of the music. */
    List<ExpectedNote> leftOut() {
        return leftOutBefore(written.size());
    }

    boolean isAnythingTakenBack() {
        return !takenBack.isEmpty();
    }

    /** Whether what was played at that time is taken back. */
    boolean isTakenBack(double seconds) {
        int low = 0;
        int high = takenBack.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (takenBack.get(middle).until() <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < takenBack.size() && takenBack.get(low).from() <= seconds;
    }
}
