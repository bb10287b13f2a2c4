package io.astrionix.musicmuse.retention.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run as its list shows it.
 *
 * @param askedBy the schedule, the console, the command line
 * @param rules ids; all if there are none
 * @param endedAt null until then
 * @param due rows that it found
 * @param removed rows that it deleted
 * @param note why it was refused or failed
 * @param sealed whether there is a report
 */
public record RunView(
        UUID id,
        RunKind kind,
        String askedBy,
        List<String> rules,
        RunState state,
        Instant requestedAt,
        Instant endedAt,
        long due,
        long removed,
        String note,
        boolean sealed)
        implements Serializable {}
