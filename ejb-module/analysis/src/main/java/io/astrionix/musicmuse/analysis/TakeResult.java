package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.follow.Followed;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.util.List;
import java.util.Set;

/**
 * All that stays of a take.
 *
 * @param score the score with the verdict on every note
 * @param notes the notes that were judged: what the score was made of
 * @param track the pitch where one was heard, at most 50 points a second, in the order of time
 * @param secondsHeard length of the take, in seconds
 * @param troubles what is wrong with its sound; empty if all is well
 * @param followed how the player went through the music
 */
public record TakeResult(
        TakeScore score,
        List<PlayedNote> notes,
        List<TrackPoint> track,
        double secondsHeard,
        Set<SoundTrouble> troubles,
        Followed followed) {

    /** Copies lists and set. */
    public TakeResult {
        notes = List.copyOf(notes);
        track = List.copyOf(track);
        troubles = Set.copyOf(troubles);
    }
}
