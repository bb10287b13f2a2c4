package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A take that is over.
 *
 * @param notes the notes heard, which the score was made of
 * @param played how long the take lasted
 */
public record JudgedTake(TakeScore score, List<PlayedNote> notes, Duration played) {

    public JudgedTake {
        Objects.requireNonNull(score, "score");
        notes = List.copyOf(notes);
        Objects.requireNonNull(played, "played");
    }
}
