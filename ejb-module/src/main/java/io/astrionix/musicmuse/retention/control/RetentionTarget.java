package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.MappedRecord;
import io.astrionix.musicmuse.datamap.RetentionRule;
import io.astrionix.musicmuse.datamap.RetentionRule.Lasts;
import io.astrionix.musicmuse.datamap.RetentionRule.Through;
import io.astrionix.musicmuse.retention.boundary.HeldRows;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * One table that a rule ends rows of, and the SQL for it. Rows are {@code r}.
 *
 * <p>A row is due when its clock and the rule's period, added in UTC as PostgreSQL adds them, are not after the run's
 * moment: the 29th of February and a month end on the 28th. A clock without a value never runs.
 *
 * @param table with its schema
 * @param clock a column of it
 */
public record RetentionTarget(RetentionRule rule, String table, String clock, MappedRecord mapped) {

    private static final Period ONE_DAY = Period.ofDays(1);

    /** All tables that the engine ends rows of: of each rule with a clock those that its clocks are in. */
    public static List<RetentionTarget> of(DataMap map) {
        return map.rules().stream()
                .filter(rule -> rule.lasts().runsByClock())
                .flatMap(rule -> rule.clocks().stream().map(clock -> of(map, rule, clock)))
                .toList();
    }

    private static RetentionTarget of(DataMap map, RetentionRule rule, String clock) {
        var mapped = map.records().stream()
                .filter(record -> record.attributes().stream()
                        .anyMatch(attribute -> attribute.columns().contains(clock)))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(clock));
        int dot = clock.lastIndexOf('.');
        return new RetentionTarget(rule, clock.substring(0, dot), clock.substring(dot + 1), mapped);
    }

    boolean endsAccounts() {
        return rule.through().filter(Through.ACCOUNTS::equals).isPresent();
    }

    boolean endsAudit() {
        return rule.through().filter(Through.AUDIT::equals).isPresent();
    }

    /** The condition for due rows; its two places take what {@link #moments} gives. */
    public String due() {
        var condition = new StringBuilder("r.").append(clock).append(" <= ?");
        if (rule.lasts() == Lasts.AFTER) {
            condition
                    .append(" and (r.")
                    .append(clock)
                    .append(" at time zone 'UTC' + interval '")
                    .append(rule.period().orElseThrow())
                    .append("') at time zone 'UTC' <= ?");
        } else {
            condition.append(" and r.").append(clock).append(" <= ?");
        }
        rule.only().ifPresent(only -> condition.append(" and (").append(only).append(')'));
        return condition.toString();
    }

    /** First a moment that no due row's clock is after, by which an index finds them, then the run's own. */
    public List<Instant> moments(Instant asOf) {
        if (rule.lasts() == Lasts.UNTIL) {
            return List.of(asOf, asOf);
        }
        var latest =
                asOf.atZone(ZoneOffset.UTC).minus(rule.amount()).plus(ONE_DAY).toInstant();
        return List.of(latest.isBefore(asOf) ? latest : asOf, asOf);
    }

    /** When a row with this clock is due. */
    Instant dueAt(Instant moment) {
        return rule.lasts() == Lasts.UNTIL
                ? moment
                : moment.atZone(ZoneOffset.UTC).plus(rule.amount()).toInstant();
    }

    /** The column that names a row: {@code id}, or the first one where a row has the key of another. */
    public String key() {
        var columns = mapped.attributes().stream()
                .flatMap(attribute -> attribute.columns().stream())
                .filter(column -> column.startsWith(table + "."))
                .map(column -> column.substring(table.length() + 1))
                .toList();
        return columns.contains("id") ? "id" : columns.get(0);
    }

    /** Rows are gone through in this order. */
    String order() {
        return "(r." + clock + ", r." + key() + ")";
    }

    String notHeld() {
        if (endsAudit()) { // leads to people by pseudonyms, and asks by itself when it lets entries go
            return "not musicmuse.audit_is_held(r.id, r.actor, r.object_id)";
        }
        return HeldRows.notHeld(table, key(), mapped);
    }

    /** A row that could not be deleted three times is left alone until somebody has looked at it. */
    String notQuarantined() {
        return "not exists (select from musicmuse.retention_quarantine q where q.table_name = '" + table
                + "' and q.row_key = r." + key() + "::text and q.tries >= 3)";
    }
}
