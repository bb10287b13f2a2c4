package io.astrionix.musicmuse.retention.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Rows that the database does not let go. They stay, a run that meets one is not green, and the console shows them. */
@Dependent
public class Quarantine {

    private static final int LONGEST_REASON = 500;

    private final Sql sql;
    private final KeyTypes keyTypes;

    @Inject
    public Quarantine(Sql sql, KeyTypes keyTypes) {
        this.sql = sql;
        this.keyTypes = keyTypes;
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
    void forgetGone(RetentionTarget target) {
        sql.update(
                "delete from musicmuse.retention_quarantine q where q.table_name = ? and not exists (select from "
                        + target.table() + " r where r." + target.key() + " = q.row_key::" + keyTypes.of(target) + ")",
                target.table());
    }

    /** Gives all rows of a rule another try with its next run. */
    int release(String rule) {
        return sql.update("delete from musicmuse.retention_quarantine where rule_id = ?", rule);
    }
}
