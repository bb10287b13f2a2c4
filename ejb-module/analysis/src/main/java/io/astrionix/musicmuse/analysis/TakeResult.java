package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.util.List;

/**
 * All that stays of a take.
 *
 * @param score the score with the verdict on every note
 * @param notes the notes that were judged: what the score was made of
 * @param track the pitch where one was heard, at most 50 points a second, in the order of time
 * @param secondsHeard length of the take, in seconds
 */
public record TakeResult(TakeScore score, List<PlayedNote> notes, List<TrackPoint> track, double secondsHeard) {

    /** Copies the lists. */
    public TakeResult {
        notes = List.copyOf(notes);
        track = List.copyOf(track);
    }
}
