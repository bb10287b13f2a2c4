package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells how sure it is that notes were not played: where something began that counts as nothing, it is not.
 *
 * @param first so many of the first notes heard have nothing to do with the music
 * @param music the notes as they were to be played
 * @param played the notes that count
 */
record MissedNotes(PlayedSoFar heard, int first, List<ExpectedNote> music, List<PlayedNote> played) {

    /** The verdict with what is known of how sure it is; that on a note which has no time, for it was left out, as it is. */
    NoteVerdict told(NoteVerdict verdict) {
        if (verdict.verdict() != Verdict.MISSED) {
            return verdict;
        }
        return music.stream()
                .filter(note -> note.index() == verdict.noteIndex())
                .findFirst()
                .map(note -> verdict.missedWhere(heard.isDoubtful(note.startSeconds(), first, ids())))
                .orElse(verdict);
    }

    private Set<Integer> ids() {
        return played.stream().map(PlayedNote::id).collect(Collectors.toSet());
    }
}
