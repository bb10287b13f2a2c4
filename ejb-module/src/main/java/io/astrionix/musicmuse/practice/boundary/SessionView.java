package io.astrionix.musicmuse.practice.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of the practice history.
 *
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
        double score,
        double accuracyPercent,
        int notesPlayed,
        int expectedNotes,
        long durationMillis) {}
