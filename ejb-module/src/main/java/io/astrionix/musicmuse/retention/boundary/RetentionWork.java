package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.retention.control.RangeRows;
import io.astrionix.musicmuse.retention.control.RunPlan;
import io.astrionix.musicmuse.retention.control.RunReport;
import io.astrionix.musicmuse.retention.control.RunRepository;
import io.astrionix.musicmuse.retention.control.RunResults;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The retention job's door (R42). Open to all roles because a job has none; only batch-module may import it (held by the
 * architecture test). Each method is one transaction, or part of the chunk's.
 */
@Stateless
@PermitAll
public class RetentionWork {

    /** The minute of each hour in which the schedule asks for a run. */
    public static final String MINUTE = "17";

    private RunRepository runs;
    private RunPlan plan;
    private RangeRows rows;
    private RunResults results;
    private RunReport report;

    public RetentionWork() {} // required by the EJB proxy

    @Inject
    public RetentionWork(RunRepository runs, RunPlan plan, RangeRows rows, RunResults results, RunReport report) {
        this.runs = runs;
        this.plan = plan;
        this.rows = rows;
        this.results = results;
        this.report = report;
    }

    /** Asks for the run that the schedule makes; nothing if one waits already. */
    public void askForScheduledRun() {
        if (!runs.isOneWaiting()) {
            runs.request(RunKind.PURGE, "schedule", Set.of());
        }
    }

    /** The oldest run that waits, or the one whose server has not been heard of for 20 s; empty if another goes on. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<ClaimedRun> claim() {
        return runs.claim();
    }

    /** @param execution of the batch job that does the run */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void started(@NotNull UUID run, long execution) {
        runs.started(run, execution);
    }

    /** Says that the server which does the run is alive. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void beat(@NotNull UUID run) {
        runs.beat(run);
    }

    /**
     * Freezes what the run is to do, unless that is done.
     *
     * @return whether there is anything to delete
     */
    public boolean plan(@NotNull UUID run) {
        return runs.plan(run, plan);
    }

    /** The ranges of rows that the run goes through, each in a thread, always in the same order. */
    public List<UUID> ranges(@NotNull UUID run) {
        return runs.ranges(run);
    }

    /** The next due rows of a range, by clock and key. */
    public List<DueRow> next(@NotNull UUID range, @NotNull Optional<DueRow> after, int most) {
        return rows.next(range, after, most);
    }

    /** Deletes those of the rows that are due and not held at this moment, and writes the evidence. */
    public int delete(@NotNull UUID range, @NotNull List<DueRow> due) {
        return rows.delete(range, due);
    }

    /** Counts what is left of what was due. */
    public void verify(@NotNull UUID run) {
        results.verify(run);
    }

    /** Ends the run with its signed report. */
    public void seal(@NotNull UUID run) {
        report.seal(run);
    }
}
