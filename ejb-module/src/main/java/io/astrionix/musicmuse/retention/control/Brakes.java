package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.datamap.RetentionRule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Stops a rule that would take unusually many rows until somebody has approved it: more than a fifth of a table, or more
 * than three times what its runs take in the middle. A wrong clock or a wrong rule looks like that.
 */
@Dependent
public class Brakes {

    /** So many rows may always go. */
    static final long FREE = 500;

    private static final double SHARE_OF_TABLE = 0.2;
    private static final double TIMES_THE_MEDIAN = 3;

    private final Sql sql;

    @Inject
    public Brakes(Sql sql) {
        this.sql = sql;
    }

    /** Why the rule must not run; empty if it may. */
    Optional<String> stop(RetentionRule rule, long due, long total) {
        if (!rule.brakes() || due <= FREE || due <= approved(rule.id()) + FREE) {
            return Optional.empty();
        }
        return reason(due, total, median(rule.id()));
    }

    /** @param median of what earlier runs took, runs that took nothing left out; 0 if there are none */
    static Optional<String> reason(long due, long total, double median) {
        if (due > total * SHARE_OF_TABLE) {
            return Optional.of("SHARE");
        }
        return median > 0 && due > median * TIMES_THE_MEDIAN ? Optional.of("MEDIAN") : Optional.empty();
    }

    /** How many somebody has approved; counts until the rule has run. */
    private long approved(String rule) {
        return sql.one(
                        "select case when rr.state = 'STOPPED' and rr.approved_at is not null then rr.due else 0 end as due"
                                + " from musicmuse.retention_rule_run rr join musicmuse.retention_run r on r.id = rr.run_id"
                                + " where rr.rule_id = ? and r.kind = 'PURGE' and r.state <> 'RUNNING'"
                                + " and rr.state in ('DONE', 'EXCEPTIONS', 'STOPPED')"
                                + " order by r.started_at desc limit 1",
                        row -> row.getLong("due"),
                        rule)
                .orElse(0L);
    }

    private double median(String rule) {
        return sql.one(
                        "select coalesce(percentile_cont(0.5) within group (order by removed), 0) as median from ("
                                + "select rr.removed from musicmuse.retention_rule_run rr"
                                + " join musicmuse.retention_run r on r.id = rr.run_id"
                                + " where rr.rule_id = ? and rr.removed > 0 and r.kind = 'PURGE'"
                                + " order by r.started_at desc limit 30) last",
                        row -> row.getDouble("median"),
                        rule)
                .orElse(0.0);
    }
}
