package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.RunKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** The evidence report of a run (R42): JSON, signed. What it says is what the database says at the end of the run. */
@Dependent
public class RunReport {

    private final Sql sql;
    private final RunRepository runs;
    private final ReportSignature signature;

    @Inject
    public RunReport(Sql sql, RunRepository runs, ReportSignature signature) {
        this.sql = sql;
        this.runs = runs;
        this.signature = signature;
    }

    /** Does nothing for a run that has ended. A dry run has no state but DONE. */
    public void seal(UUID id) {
        var run = runs.find(id);
        if (run.asOf() == null) {
            return; // refused before it began
        }
        var text = json(run).toString();
        boolean clean = run.kind() == RunKind.DRY
                || sql.number(
                                "select count(*) from musicmuse.retention_rule_run"
                                        + " where run_id = ? and state in ('EXCEPTIONS', 'STOPPED')",
                                id)
                        == 0;
        sql.update(
                "update musicmuse.retention_run set state = ?, report = ?, signature = ?, ended_at = clock_timestamp()"
                        + " where id = ? and state = 'RUNNING'",
                clean ? "DONE" : "EXCEPTIONS",
                text,
                signature.sign(text),
                id);
    }

    private JsonObject json(RunRepository.Run run) {
        return Json.createObjectBuilder()
                .add("run", run.id().toString())
                .add("kind", run.kind().name())
                .add("asOf", run.asOf().toString())
                .add("sealedAt", sql.now().toString())
                .add("rules", rules(run.id()))
                .add("evidence", evidence(run.id()))
                .add("publicKey", signature.publicKey())
                .build();
    }

    private JsonArrayBuilder rules(UUID run) {
        var rules = Json.createArrayBuilder();
        sql.list("select * from musicmuse.retention_rule_run where run_id = ? order by rule_id", RunReport::rule, run)
                .forEach(rules::add);
        return rules;
    }

    private static JsonObjectBuilder rule(ResultSet row) throws SQLException {
        var json =
                Json.createObjectBuilder().add("rule", row.getString("rule_id")).add("state", row.getString("state"));
        for (var count : new String[] {"total", "due", "removed", "held", "quarantined"}) {
            json.add(count, row.getLong(count));
        }
        json.add("leftOver", row.getLong("left_over")).add("millis", row.getLong("millis"));
        add(json, "oldestDue", Sql.instant(row, "oldest_due"));
        add(json, "stopReason", row.getString("stop_reason"));
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, Object value) {
        if (value instanceof Instant || value instanceof String) {
            json.add(name, value.toString());
        }
    }

    private JsonArrayBuilder evidence(UUID run) {
        var evidence = Json.createArrayBuilder();
        sql.list(
                        "select id, rule_id, table_name, removed, keys_hash, removed_at"
                                + " from musicmuse.retention_evidence where run_id = ? order by id",
                        row -> Json.createObjectBuilder()
                                .add("number", row.getLong("id"))
                                .add("rule", row.getString("rule_id"))
                                .add("table", row.getString("table_name"))
                                .add("removed", row.getLong("removed"))
                                .add("keysHash", row.getString("keys_hash"))
                                .add("at", Sql.instant(row, "removed_at").toString()),
                        run)
                .forEach(evidence::add);
        return evidence;
    }
}
