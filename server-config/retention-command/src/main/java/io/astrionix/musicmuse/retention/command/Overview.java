package io.astrionix.musicmuse.retention.command;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;

/** How retention stands, without a run of its own. */
final class Overview {

    private static final Set<String> TROUBLES = Set.of("STOPPED", "EXCEPTIONS");

    private static final Set<String> BROKEN_OFF = Set.of("FAILED", "REFUSED");

    private final Connection database;
    private final PrintStream out;

    Overview(Connection database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** The last run of each rule; and the last of all, where it came to none. */
    int status() throws SQLException {
        boolean trouble = hasFailed();
        boolean any = false;
        try (var query = database.prepareStatement(
                        "select distinct on (rr.rule_id) rr.*, r.ended_at::text as ended, coalesce(p.reason, '') as pause"
                                + " from musicmuse.retention_rule_run rr join musicmuse.retention_run r on r.id = rr.run_id"
                                + " left join musicmuse.retention_pause p on p.rule_id = rr.rule_id"
                                + " where r.kind = 'PURGE' and r.ended_at is not null"
                                + " order by rr.rule_id, r.started_at desc");
                var row = query.executeQuery()) {
            while (row.next()) {
                any = true;
                trouble |= TROUBLES.contains(row.getString("state")) && row.getString("approved_at") == null;
                var pause = row.getString("pause");
                out.println(Line.of(row) + " ended=" + row.getString("ended").replace(' ', 'T')
                        + (pause.isEmpty() ? "" : " paused: " + pause));
            }
        }
        if (!any) {
            out.println("No run has ended yet.");
        }
        return trouble ? RetentionCommand.TROUBLE : RetentionCommand.DONE;
    }

    /** Whether the last run ended before it came to its rules: those say nothing of it then. */
    private boolean hasFailed() throws SQLException {
        try (var query = database.prepareStatement(
                        "select id, state, note, ended_at::text as ended from musicmuse.retention_run"
                                + " where kind = 'PURGE' and ended_at is not null order by ended_at desc limit 1");
                var row = query.executeQuery()) {
            if (!row.next() || !BROKEN_OFF.contains(row.getString("state"))) {
                return false;
            }
            out.println("run " + row.getString("id") + " " + row.getString("state") + " ended="
                    + row.getString("ended").replace(' ', 'T') + " " + row.getString("note"));
            return true;
        }
    }

    /** The same file as the console gives. */
    int report(UUID run) throws SQLException {
        try (var query = database.prepareStatement("select json_build_object('report', report, 'algorithm', 'Ed25519',"
                + " 'signature', signature)::text as file from musicmuse.retention_run"
                + " where id = ? and report is not null")) {
            query.setObject(1, run);
            try (var row = query.executeQuery()) {
                if (!row.next()) {
                    out.println("There is no report of a run " + run);
                    return RetentionCommand.NO_ANSWER;
                }
                out.println(row.getString("file"));
                return RetentionCommand.DONE;
            }
        }
    }
}
