package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.retention.control.JobPulse;
import io.astrionix.musicmuse.retention.control.JobWatch;
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
import jakarta.interceptor.Interceptors;
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
    private JobPulse pulse;

    public RetentionWork() {} // required by the EJB proxy

    @Inject
    public RetentionWork(
            RunRepository runs, RunPlan plan, RangeRows rows, RunResults results, RunReport report, JobPulse pulse) {
        this.runs = runs;
        this.plan = plan;
        this.rows = rows;
        this.results = results;
        this.report = report;
        this.pulse = pulse;
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
        pulse.begin();
        runs.started(run, execution);
    }

    /**
     * Says that the server which does the run is alive, if its job is.
     *
     * @return whether it is: otherwise the run is taken up when its lease is over
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean beat(@NotNull UUID run) {
        boolean alive = pulse.isAlive();
        if (alive) {
            runs.beat(run);
        }
        return alive;
    }

    /**
     * Freezes what the run is to do, unless that is done.
     *
     * @return whether there is anything to delete
     */
    @Interceptors(JobWatch.class)
    public boolean plan(@NotNull UUID run) {
        return runs.plan(run, plan);
    }

    /** The ranges of rows that the run goes through, each in a thread, always in the same order. */
    @Interceptors(JobWatch.class)
    public List<UUID> ranges(@NotNull UUID run) {
        return runs.ranges(run);
    }

    /** The next due rows of a range, by clock and key; empty at its end. */
    @Interceptors(JobWatch.class)
    public Optional<DueSlice> next(@NotNull UUID range, @NotNull Optional<DueRow> after, int most) {
        return rows.next(range, after, most);
    }

    /** Deletes those of the rows that are due and not held at this moment, and writes the evidence. */
    @Interceptors(JobWatch.class)
    public int delete(@NotNull UUID range, @NotNull DueSlice slice) {
        return rows.delete(range, slice);
    }

    /** Counts what is left of what was due. */
    @Interceptors(JobWatch.class)
    public void verify(@NotNull UUID run) {
        results.verify(run);
    }

    /** Ends the run with its signed report. */
    @Interceptors(JobWatch.class)
    public void seal(@NotNull UUID run) {
        report.seal(run);
    }
}
