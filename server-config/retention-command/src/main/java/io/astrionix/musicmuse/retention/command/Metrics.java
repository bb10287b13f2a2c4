package io.astrionix.musicmuse.retention.command;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What the last run of each rule found, in the text format of Prometheus: for the folder that its node exporter reads text
 * files from. Neither server brings a page of metrics that both have.
 */
final class Metrics {

    private static final List<String> ROWS = List.of("due", "removed", "held", "quarantined", "left_over");

    private static final String LAST_RUNS = "select distinct on (rr.rule_id) rr.rule_id, rr.due, rr.removed, rr.held,"
            + " rr.quarantined, rr.left_over, rr.state in ('DONE', 'PAUSED') as well, rr.millis / 1000.0 as seconds,"
            + " extract(epoch from r.ended_at) as ended, coalesce(extract(epoch from r.as_of - rr.oldest_due), 0)"
            + " as oldest from musicmuse.retention_rule_run rr join musicmuse.retention_run r on r.id = rr.run_id"
            + " where r.kind = 'PURGE' and r.ended_at is not null order by rr.rule_id, r.started_at desc";

    private final Connection database;
    private final PrintStream out;

    Metrics(Connection database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    int print() throws SQLException {
        each("ended_timestamp_seconds", "When the last run of the rule ended.", "ended");
        each("duration_seconds", "From its first transaction that deleted to its last.", "seconds");
        each("ok", "1 if it went as it should.", "well::int");
        each(
                "oldest_due_clock_seconds",
                "How old the oldest row was that it found due, by the rule's clock.",
                "oldest");
        for (var rows : ROWS) {
            each(rows + "_rows", "Rows " + rows.replace('_', ' ') + ".", rows);
        }
        return RetentionCommand.DONE;
    }

    private void each(String name, String help, String column) throws SQLException {
        var metric = "musicmuse_retention_" + name;
        out.println("# HELP " + metric + " " + help);
        out.println("# TYPE " + metric + " gauge");
        try (var query = database.prepareStatement(
                        "select rule_id, " + column + " as value from (" + LAST_RUNS + ") last order by rule_id");
                var row = query.executeQuery()) {
            while (row.next()) {
                out.println(metric + "{rule=\"" + row.getString("rule_id") + "\"} "
                        + row.getBigDecimal("value").toPlainString());
            }
        }
    }
}
