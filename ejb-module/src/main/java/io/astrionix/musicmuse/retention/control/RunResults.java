package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.RunKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What became of what was due. */
@Dependent
public class RunResults {

    private final Sql sql;
    private final RetentionTargets targets;
    private final DueRows dueRows;
    private final RunRepository runs;
    private final Quarantine quarantine;

    @Inject
    public RunResults(Sql sql, RetentionTargets targets, DueRows dueRows, RunRepository runs, Quarantine quarantine) {
        this.sql = sql;
        this.targets = targets;
        this.dueRows = dueRows;
        this.runs = runs;
        this.quarantine = quarantine;
    }

    /** Nothing that was due and free may be left; what is held or put aside is counted. A dry run leaves everything. */
    public void verify(UUID run) {
        var found = runs.find(run);
        if (found.kind() == RunKind.DRY) {
            return;
        }
        var asOf = found.asOf();
        for (var rule : plannedRules(run)) {
            targets.of(rule).forEach(quarantine::forgetGone);
            var counts = targets.of(rule).stream()
                    .map(target -> dueRows.count(target, asOf))
                    .toList();
            long left = counts.stream().mapToLong(DueRows.Count::due).sum();
            long held = counts.stream().mapToLong(DueRows.Count::held).sum();
            long aside = sql.number("select count(*) from musicmuse.retention_quarantine where rule_id = ?", rule);
            sql.update(
                    "update musicmuse.retention_rule_run set state = ?, left_over = ?, held = ?, quarantined = ?,"
                            + " removed = (select coalesce(sum(removed), 0) from musicmuse.retention_evidence e"
                            + " where e.run_id = retention_rule_run.run_id and e.rule_id = retention_rule_run.rule_id),"
                            + " millis = (select coalesce((extract(epoch from max(removed_at) - min(removed_at)) * 1000)"
                            + "::bigint, 0) from musicmuse.retention_evidence e where e.run_id ="
                            + " retention_rule_run.run_id and e.rule_id = retention_rule_run.rule_id)"
                            + " where run_id = ? and rule_id = ?",
                    left + aside == 0 ? "DONE" : "EXCEPTIONS",
                    left,
                    held,
                    aside,
                    run,
                    rule);
        }
    }

    private List<String> plannedRules(UUID run) {
        return sql.list(
                "select rule_id from musicmuse.retention_rule_run where run_id = ?"
                        + " and state not in ('STOPPED', 'PAUSED') order by rule_id",
                row -> row.getString("rule_id"),
                run);
    }
}
