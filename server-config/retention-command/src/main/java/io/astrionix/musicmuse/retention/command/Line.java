package io.astrionix.musicmuse.retention.command;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What a run did by one rule, in a line that is easy to search. */
final class Line {

    private Line() {}

    /** @param row of retention_rule_run */
    static String of(ResultSet row) throws SQLException {
        var line = new StringBuilder(row.getString("rule_id")).append(' ').append(row.getString("state"));
        for (var count : new String[] {"due", "removed", "held", "quarantined", "millis"}) {
            line.append(' ').append(count).append('=').append(row.getLong(count));
        }
        var reason = row.getString("stop_reason");
        return reason == null ? line.toString() : line + " reason=" + reason;
    }
}
