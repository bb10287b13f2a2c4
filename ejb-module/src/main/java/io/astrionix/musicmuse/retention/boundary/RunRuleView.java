package io.astrionix.musicmuse.retention.boundary;

import java.io.Serializable;
import java.util.List;

/**
 * What a run did by one rule, or would have.
 *
 * @param state PLANNED, DONE, EXCEPTIONS, STOPPED or PAUSED
 * @param sample of a dry run: some of the rows that are due by it and still there
 */
public record RunRuleView(
        String rule,
        String state,
        long total,
        long due,
        long removed,
        long held,
        long quarantined,
        long millis,
        List<SampleRow> sample)
        implements Serializable {}
