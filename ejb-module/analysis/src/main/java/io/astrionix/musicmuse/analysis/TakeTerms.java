package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.follow.ScoreFollower;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What a take is judged by.
 *
 * @param music the notes of the music, in ascending order of start; their times count from sample 0 of the take
 * @param rules the rules to judge by
 * @param pace who says how fast the music goes
 * @param latencySeconds measured delay of the device, in seconds, subtracted from what was heard
 */
public record TakeTerms(List<ExpectedNote> music, ScoringRules rules, Pace pace, double latencySeconds) {

    /**
     * Puts the music in order.
     *
     * @throws IllegalArgumentException if the latency is negative or not finite
     */
    public TakeTerms {
        music = music.stream()
                .sorted(Comparator.comparingDouble(ExpectedNote::startSeconds).thenComparingInt(ExpectedNote::index))
                .toList();
        Objects.requireNonNull(rules);
        Objects.requireNonNull(pace);
        if (!(latencySeconds >= 0) || Double.isInfinite(latencySeconds)) {
            throw new IllegalArgumentException("latencySeconds must be finite and not negative: " + latencySeconds);
        }
    }

    /** Without following the player. */
    public TakeTerms(List<ExpectedNote> music, ScoringRules rules, double latencySeconds) {
        this(music, rules, new Pace.Fixed(), latencySeconds);
    }

    /** From when on what is played is meant, in seconds after sample 0: a note before is trying out. */
    double listenFromSeconds() {
        if (pace instanceof Pace.Own) {
            return Double.NEGATIVE_INFINITY;
        }
        return music.isEmpty() ? 0 : music.get(0).startSeconds() - rules.farthestMatchMillis() / 1000;
    }

    /** One that has heard nothing yet. */
    ScoreFollower follower() {
        return new ScoreFollower(music, rules, pace);
    }

    /** One that has heard those notes. */
    ScoreFollower followerOf(List<PlayedNote> played) {
        ScoreFollower follower = follower();
        follower.hear(played);
        return follower;
    }
}
