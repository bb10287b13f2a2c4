package io.astrionix.musicmuse.retention.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A rule that the engine runs, as the console shows it: what waits at this moment, and what its last run did.
 *
 * @param rule id in retention.yml
 * @param tables that it ends rows of, with the schema
 * @param reason of a pause, or SHARE or MEDIAN of a stop; empty in other states
 * @param due rows that are due now, neither held nor put aside
 * @param overdueSince since when the oldest of them is due; null if there are none
 * @param held rows that are due and held
 * @param quarantined rows that the database did not let go
 * @param lastRun end of its last run; null if there was none
 * @param removed rows that the last run deleted
 * @param millis that it took
 * @param stopped rows that it would have taken, where it was stopped
 * @param nextRun null as long as the rule is paused or stopped
 */
public record RuleView(
        String rule,
        List<String> tables,
        RuleState state,
        String reason,
        long due,
        Instant overdueSince,
        long held,
        long quarantined,
        Instant lastRun,
        long removed,
        long millis,
        long stopped,
        Instant nextRun)
        implements Serializable {}
