package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.RetentionRequestException;
import io.astrionix.musicmuse.retention.boundary.RetentionRequestException.Reason;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What somebody decides about a rule. */
@Dependent
public class RuleSwitches {

    private final Sql sql;
    private final Quarantine quarantine;

    @Inject
    public RuleSwitches(Sql sql, Quarantine quarantine) {
        this.sql = sql;
        this.quarantine = quarantine;
    }

    /** @throws RetentionRequestException if it is paused already */
    public void pause(String rule, String reason) {
        require(
                sql.update(
                        "insert into musicmuse.retention_pause (rule_id, reason, paused_at)"
                                + " values (?, ?, clock_timestamp()) on conflict do nothing",
                        rule,
                        reason),
                Reason.PAUSED);
    }

    /** @throws RetentionRequestException if it is not paused */
    public void resume(String rule) {
        require(sql.update("delete from musicmuse.retention_pause where rule_id = ?", rule), Reason.NOT_PAUSED);
    }

    /** @throws RetentionRequestException if its last run was not stopped for so many rows, or is approved already */
    public void approve(String rule, long rows) {
        require(
                sql.update(
                        "update musicmuse.retention_rule_run set approved_at = clock_timestamp() where rule_id = ?"
                                + " and state = 'STOPPED' and due = ? and approved_at is null and run_id = (select r.id"
                                + " from musicmuse.retention_run r join musicmuse.retention_rule_run rr on rr.run_id = r.id"
                                + " where rr.rule_id = ? and r.kind = 'PURGE' and r.ended_at is not null"
                                + " and rr.state in ('DONE', 'EXCEPTIONS', 'STOPPED')"
                                + " order by r.started_at desc limit 1)",
                        rule,
                        rows,
                        rule),
                Reason.NOT_STOPPED);
    }

    /**
     * @return how many rows
     * @throws RetentionRequestException if none were put aside
     */
    public int tryAgain(String rule) {
        return require(quarantine.release(rule), Reason.NOTHING_ASIDE);
    }

    private static int require(int rows, Reason otherwise) {
        if (rows == 0) {
            throw new RetentionRequestException(otherwise);
        }
        return rows;
    }
}
