package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.ClaimedRun;
import io.astrionix.musicmuse.retention.boundary.RunKind;
import io.astrionix.musicmuse.shared.Clocks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs in the database. Its clock counts: that of a server may be wrong, and then nothing is deleted. */
@Dependent
public class RunRepository {

    private static final int MOST_STARTS = 5;
    private static final String LEASE = "clock_timestamp() + interval '20 seconds'";

    private final Sql sql;
    private final Clocks clocks;

    @Inject
    public RunRepository(Sql sql, Clocks clocks) {
        this.sql = sql;
        this.clocks = clocks;
    }

    /** What a run is about. */
    record Run(UUID id, RunKind kind, Instant asOf, Set<String> rules) {}

    /** Whether a run of all rules waits. */
    public boolean isOneWaiting() {
        return sql.number("select count(*) from musicmuse.retention_run"
                        + " where state = 'REQUESTED' and kind = 'PURGE' and rules = ''")
                > 0;
    }

    /** @param rules all if it is empty */
    public UUID request(RunKind kind, String askedBy, Set<String> rules) {
        var id = UUID.randomUUID();
        sql.update(
                "insert into musicmuse.retention_run (id, kind, asked_by, rules) values (?, ?, ?, ?)",
                id,
                kind.name(),
                askedBy,
                rules.stream().sorted().collect(Collectors.joining(" ")));
        return id;
    }

    /** With its execution for one try to restart it: where that fails (Payara), the next start is begun anew. */
    public Optional<ClaimedRun> claim() {
        sql.list("select pg_advisory_xact_lock(hashtext('musicmuse retention'))", row -> row);
        sql.update(
                "update musicmuse.retention_run set state = 'FAILED', ended_at = clock_timestamp(),"
                        + " note = 'interrupted too often' where state = 'RUNNING' and lease_until < clock_timestamp()"
                        + " and starts >= ?",
                MOST_STARTS);
        return sql.one(
                "update musicmuse.retention_run set state = 'RUNNING', starts = starts + 1, lease_until = " + LEASE
                        + ", started_at = coalesce(started_at, clock_timestamp()) where id = (select id from"
                        + " musicmuse.retention_run where state = 'RUNNING' and lease_until < clock_timestamp()"
                        + " or state = 'REQUESTED' and not exists (select from musicmuse.retention_run"
                        + " where state = 'RUNNING') order by state desc, requested_at limit 1)"
                        + " returning id, case when starts = 2 then execution_id end as execution_id",
                row -> {
                    var execution = row.getObject("execution_id", Long.class);
                    return new ClaimedRun(
                            row.getObject("id", UUID.class),
                            execution == null ? OptionalLong.empty() : OptionalLong.of(execution));
                });
    }

    public void started(UUID run, long execution) {
        sql.update("update musicmuse.retention_run set execution_id = ? where id = ?", execution, run);
    }

    public void beat(UUID run) {
        sql.update(
                "update musicmuse.retention_run set lease_until = " + LEASE + " where id = ? and state = 'RUNNING'",
                run);
    }

    public boolean plan(UUID run, RunPlan plan) {
        // Two jobs of one run, of which one was taken for dead: the second finds the plan of the first.
        sql.list("select pg_advisory_xact_lock(hashtext('musicmuse retention plan'))", row -> row);
        var found = find(run);
        if (found.asOf() == null) {
            var wrong = clocks.difference();
            if (wrong.isPresent()) {
                refuse(run, wrong.get());
                return false;
            }
            var now = sql.now();
            plan.make(run, now, found.rules(), found.kind() == RunKind.DRY);
            // Last: as long as this transaction has the run's row, no server can say that it is alive.
            sql.update("update musicmuse.retention_run set as_of = ? where id = ?", now, run);
        }
        return !ranges(run).isEmpty();
    }

    Run find(UUID run) {
        return sql.one(
                        "select id, kind, as_of, rules from musicmuse.retention_run where id = ?",
                        row -> new Run(
                                row.getObject("id", UUID.class),
                                RunKind.valueOf(row.getString("kind")),
                                Sql.instant(row, "as_of"),
                                Stream.of(row.getString("rules").split(" "))
                                        .filter(rule -> !rule.isEmpty())
                                        .collect(Collectors.toSet())),
                        run)
                .orElseThrow(() -> new IllegalStateException("There is no retention run " + run));
    }

    public List<UUID> ranges(UUID run) {
        return sql.list(
                "select id from musicmuse.retention_range where run_id = ? order by position",
                row -> row.getObject("id", UUID.class),
                run);
    }

    private void refuse(UUID run, String why) {
        sql.update(
                "update musicmuse.retention_run set state = 'REFUSED', note = ?, ended_at = clock_timestamp()"
                        + " where id = ? and state = 'RUNNING'",
                why,
                run);
    }
}
