package io.astrionix.musicmuse.retention.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Rows that the database does not let go. They stay, a run that meets one is not green, and the console shows them. */
@Dependent
public class Quarantine {

    private static final int LONGEST_REASON = 500;

    private final Sql sql;

    @Inject
    public Quarantine(Sql sql) {
        this.sql = sql;
    }

    void add(RetentionTarget target, String key, FailedStatementException why) {
        var reason = String.valueOf(why.getCause().getMessage());
        sql.update(
                "insert into musicmuse.retention_quarantine (id, rule_id, table_name, row_key, reason, tries, failed_at)"
                        + " values (?, ?, ?, ?, ?, 1, clock_timestamp()) on conflict (table_name, row_key)"
                        + " do update set tries = retention_quarantine.tries + 1, reason = excluded.reason,"
                        + " failed_at = excluded.failed_at",
                UUID.randomUUID(),
                target.rule().id(),
                target.table(),
                key,
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    /** What went after all is not put aside any more. */
    void forget(RetentionTarget target, List<String> gone) {
        sql.update(
                "delete from musicmuse.retention_quarantine where table_name = ? and row_key = any(?::text[])",
                target.table(),
                gone.toArray(String[]::new));
    }

    /** Gives all rows of a rule another try with its next run. */
    int release(String rule) {
        return sql.update("delete from musicmuse.retention_quarantine where rule_id = ?", rule);
    }
}
