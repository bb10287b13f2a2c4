package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.SampleRow;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Some of the rows that a dry run counted: the oldest ones that are still there. */
@Dependent
public class RunSample {

    private static final int ROWS = 5;

    private final RetentionTargets targets;
    private final DueRows dueRows;
    private final RunRepository runs;

    @Inject
    public RunSample(RetentionTargets targets, DueRows dueRows, RunRepository runs) {
        this.targets = targets;
        this.dueRows = dueRows;
        this.runs = runs;
    }

    /** Empty where nothing is due. */
    List<SampleRow> of(UUID run, String rule) {
        var asOf = runs.find(run).asOf();
        return targets.of(rule).stream()
                .flatMap(target -> dueRows.oldest(target, asOf, ROWS).stream()
                        .map(row -> new SampleRow(target.table(), row.key(), row.clock())))
                .toList();
    }
}
