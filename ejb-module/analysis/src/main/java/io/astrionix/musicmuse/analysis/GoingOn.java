package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.listening.HeardNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts together what was taken for two notes and is one that goes on. */
final class GoingOn {

    private static final double LONGEST_GAP_SECONDS = 0.02;

    private GoingOn() {}

    /**
     * Whether a note may be the going on of the one before it.
     *
     * @param before pitch of the one before, as a MIDI note number
     * @param midi its own pitch
     * @param gapSeconds from the end of the one before to its beginning
     */
    static boolean isPossible(double before, double midi, double gapSeconds) {
        return HeardNote.mayBeOnePitch(before, midi) && gapSeconds <= LONGEST_GAP_SECONDS;
    }

    /**
     * The notes without those that only go on, each of which makes the one before it longer and shares in its pitch. One
     * that goes on nothing is left out.
     *
     * @param notes in the order of time
     * @param goOn ids of the notes that only go on
     */
    static List<PlayedNote> joined(List<PlayedNote> notes, Set<Integer> goOn) {
        List<PlayedNote> joined = new ArrayList<>();
        for (PlayedNote note : notes) {
            if (goOn.contains(note.id())) {
                joinToOneBefore(joined, note);
            } else {
                joined.add(note);
            }
        }
        return joined;
    }

    private static void joinToOneBefore(List<PlayedNote> notes, PlayedNote note) {
        for (int i = notes.size() - 1; i >= 0; i--) {
            PlayedNote before = notes.get(i);
            double gap = note.onsetSeconds() - before.onsetSeconds() - before.durationSeconds();
            if (isPossible(before.midi(), note.midi(), gap)) {
                notes.set(i, join(before, note));
                return;
            }
        }
    }

    /** The one before may have been followed through the other one: then its pitch is that of both already. */
    private static PlayedNote join(PlayedNote before, PlayedNote after) {
        double first = before.durationSeconds();
        double both = after.onsetSeconds() + after.durationSeconds() - before.onsetSeconds();
        if (both <= first) {
            return before;
        }
        double midi = before.midi() + (after.midi() - before.midi()) * (both - first) / both;
        return new PlayedNote(before.id(), before.onsetSeconds(), both, midi, before.confidence());
    }
}
