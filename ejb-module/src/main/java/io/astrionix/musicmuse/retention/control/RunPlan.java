package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.datamap.RetentionRule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a run is to do, frozen before it begins: for each rule how much is due, and the ranges of rows that its threads go
 * through. A run that is taken up again keeps its plan.
 */
@Dependent
public class RunPlan {

    /** Rows that one thread goes through, about. */
    private static final int RANGE = 50_000;

    private static final int MOST_RANGES = 16;

    private final Sql sql;
    private final RetentionTargets targets;
    private final DueRows dueRows;
    private final Brakes brakes;

    @Inject
    public RunPlan(Sql sql, RetentionTargets targets, DueRows dueRows, Brakes brakes) {
        this.sql = sql;
        this.targets = targets;
        this.dueRows = dueRows;
        this.brakes = brakes;
    }

    private record Counted(RetentionTarget target, DueRows.Count count, long total) {}

    /** @param only ids of rules; all if it is empty */
    void make(UUID run, Instant asOf, Set<String> only, boolean dry) {
        int position = 0;
        for (var rule : targets.rules()) {
            if (only.isEmpty() || only.contains(rule)) {
                position = make(run, asOf, targets.of(rule), dry, position);
            }
        }
    }

    private int make(UUID run, Instant asOf, List<RetentionTarget> ofRule, boolean dry, int position) {
        var rule = ofRule.get(0).rule();
        var counted = ofRule.stream()
                .map(target -> new Counted(target, dueRows.count(target, asOf), dueRows.total(target.table())))
                .toList();
        long due = counted.stream().mapToLong(one -> one.count().due()).sum();
        var stop = counted.stream()
                .map(one -> brakes.stop(rule, one.count().due(), one.total()))
                .flatMap(Optional::stream)
                .findFirst();
        var state = isPaused(rule) ? "PAUSED" : stop.isPresent() ? "STOPPED" : "PLANNED";
        sql.update(
                "insert into musicmuse.retention_rule_run"
                        + " (run_id, rule_id, state, total, due, held, quarantined, oldest_due, stop_reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?)",
                run,
                rule.id(),
                state,
                counted.stream().mapToLong(Counted::total).sum(),
                due,
                counted.stream().mapToLong(one -> one.count().held()).sum(),
                counted.stream().mapToLong(one -> one.count().quarantined()).sum(),
                oldest(counted).map(Instant::toString).orElse(null),
                stop.orElse(null));
        int next = position;
        if (state.equals("PLANNED") && !dry) {
            for (var one : counted) {
                next = ranges(run, asOf, one, next);
            }
        }
        return next;
    }

    private int ranges(UUID run, Instant asOf, Counted counted, int position) {
        var count = counted.count();
        if (count.due() == 0) {
            return position;
        }
        int pieces = counted.target().endsAudit() ? 1 : (int) Math.min(MOST_RANGES, count.due() / RANGE + 1);
        var bounds = new ArrayList<Instant>();
        bounds.add(count.oldest());
        bounds.addAll(dueRows.bounds(counted.target(), asOf, pieces));
        bounds.add(count.newest().plusNanos(1_000)); // the database's clocks tick in microseconds
        int next = position;
        for (int i = 1; i < bounds.size(); i++) {
            if (bounds.get(i - 1).isBefore(bounds.get(i))) {
                range(run, next++, counted.target(), bounds.get(i - 1), bounds.get(i));
            }
        }
        return next;
    }

    private void range(UUID run, int position, RetentionTarget target, Instant first, Instant before) {
        sql.update(
                "insert into musicmuse.retention_range"
                        + " (id, run_id, position, rule_id, table_name, clock, first_at, before_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                run,
                position,
                target.rule().id(),
                target.table(),
                target.clock(),
                first,
                before);
    }

    private boolean isPaused(RetentionRule rule) {
        return sql.number("select count(*) from musicmuse.retention_pause where rule_id = ?", rule.id()) > 0;
    }

    private static Optional<Instant> oldest(List<Counted> counted) {
        return counted.stream()
                .map(one -> one.count().oldest())
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
    }
}
