package io.astrionix.musicmuse.practice.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the practice history.
 *
 * @param pace the id of who said how fast it went ({@link TakePace}); null for a take from before that was kept
 * @param score 0 to 100
 * @param accuracyPercent 0 to 100
 */
public record SessionView(
        UUID id,
        Instant startedAt,
        String exerciseId,
        String instrumentId,
        String musicalKey,
        int tempoBpm,
        String pace,
        double score,
        double accuracyPercent,
        int notesPlayed,
        int expectedNotes,
        long durationMillis) {

    /** Whether it was played in an own tempo. */
    public boolean isInOwnTempo() {
        return TakePace.OWN.id().equals(pace);
    }

    /** The score as it is shown: a whole number, halves upwards. */
    public long roundedScore() {
        return Math.round(score);
    }

    /** The accuracy as it is shown: whole percent, halves upwards. */
    public long roundedAccuracyPercent() {
        return Math.round(accuracyPercent);
    }

    /** The duration as it is shown: whole seconds. */
    public long roundedSeconds() {
        return Math.round(durationMillis / 1000.0);
    }
}
