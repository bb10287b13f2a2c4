package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.util.List;

/**
 * All that stays of a take.
 *
 * @param score the score with the verdict on every note
 * @param track the pitch where one was heard, at most 50 points a second, in the order of time
 * @param secondsHeard length of the take, in seconds
 */
public record TakeResult(TakeScore score, List<TrackPoint> track, double secondsHeard) {

    /** Copies the list. */
    public TakeResult {
        track = List.copyOf(track);
    }
}
