package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.RunKind;
import io.astrionix.musicmuse.retention.boundary.RunRuleView;
import io.astrionix.musicmuse.retention.boundary.RunState;
import io.astrionix.musicmuse.retention.boundary.RunView;
import io.astrionix.musicmuse.retention.boundary.SignedReport;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs as people see them. */
@Dependent
public class RunReader {

    private static final String CONSOLE = "console";

    private static final String RUN =
            "select r.*, (select coalesce(sum(due), 0) from musicmuse.retention_rule_run rr where rr.run_id = r.id) as due,"
                    + " (select coalesce(sum(removed), 0) from musicmuse.retention_evidence e where e.run_id = r.id)"
                    + " as removed from musicmuse.retention_run r ";

    private final Sql sql;
    private final RunRepository runs;
    private final ReportSignature signature;
    private final RunSample sample;

    @Inject
    public RunReader(Sql sql, RunRepository runs, ReportSignature signature, RunSample sample) {
        this.sql = sql;
        this.runs = runs;
        this.signature = signature;
        this.sample = sample;
    }

    public List<RunView> find(int first, int count) {
        return sql.list(RUN + "order by r.requested_at desc, r.id offset ? limit ?", RunReader::view, first, count);
    }

    public int count() {
        return Math.toIntExact(sql.number("select count(*) from musicmuse.retention_run"));
    }

    public Optional<RunView> find(UUID id) {
        return sql.one(RUN + "where r.id = ?", RunReader::view, id);
    }

    /** One that waits already is asked for once. */
    public UUID request(RunKind kind, Set<String> rules) {
        return sql.one(
                        "select id from musicmuse.retention_run where state = 'REQUESTED' and kind = ? and rules = ?",
                        row -> row.getObject("id", UUID.class),
                        kind.name(),
                        rules.stream().sorted().collect(Collectors.joining(" ")))
                .orElseGet(() -> runs.request(kind, CONSOLE, rules));
    }

    public List<RunRuleView> results(UUID run) {
        var dry = find(run).filter(view -> view.kind() == RunKind.DRY);
        return sql.list(
                "select * from musicmuse.retention_rule_run where run_id = ? order by rule_id",
                row -> new RunRuleView(
                        row.getString("rule_id"),
                        row.getString("state"),
                        row.getLong("total"),
                        row.getLong("due"),
                        row.getLong("removed"),
                        row.getLong("held"),
                        row.getLong("quarantined"),
                        row.getLong("millis"),
                        dry.isPresent() ? sample.of(run, row.getString("rule_id")) : List.of()),
                run);
    }

    public Optional<SignedReport> report(UUID run) {
        return sql.one(
                "select report, signature from musicmuse.retention_run where id = ? and report is not null",
                row -> {
                    var text = row.getString("report");
                    var signed = row.getString("signature");
                    return new SignedReport(text, signed, signature.holds(text, signed));
                },
                run);
    }

    private static RunView view(ResultSet row) throws SQLException {
        return new RunView(
                row.getObject("id", UUID.class),
                RunKind.valueOf(row.getString("kind")),
                row.getString("asked_by"),
                Stream.of(row.getString("rules").split(" "))
                        .filter(rule -> !rule.isEmpty())
                        .toList(),
                RunState.valueOf(row.getString("state")),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "ended_at"),
                row.getLong("due"),
                row.getLong("removed"),
                row.getString("note"),
                row.getString("report") != null);
    }
}
