package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.audit.boundary.AuditRetention;
import io.astrionix.musicmuse.retention.boundary.DueRow;
import io.astrionix.musicmuse.retention.boundary.DueSlice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The rows of one range: what comes next, and its end. */
@Dependent
public class RangeRows {

    private final Sql sql;
    private final RetentionTargets targets;
    private final DueRows dueRows;
    private final RowDeletion deletion;
    private final Evidence evidence;
    private final AuditRetention audit;

    @Inject
    public RangeRows(
            Sql sql,
            RetentionTargets targets,
            DueRows dueRows,
            RowDeletion deletion,
            Evidence evidence,
            AuditRetention audit) {
        this.sql = sql;
        this.targets = targets;
        this.dueRows = dueRows;
        this.deletion = deletion;
        this.evidence = evidence;
        this.audit = audit;
    }

    private record Range(UUID id, UUID run, Instant asOf, RetentionTarget target, Instant first, Instant before) {}

    public Optional<DueSlice> next(UUID id, Optional<DueRow> after, int most) {
        var range = find(id);
        if (range.target().endsAudit()) { // goes as a whole, through its own door
            return after.isPresent()
                    ? Optional.empty()
                    : Optional.of(new DueSlice(after, new DueRow("all", range.first())));
        }
        return dueRows.next(range.target(), range.asOf(), range.first(), range.before(), after, most);
    }

    public int delete(UUID id, DueSlice slice) {
        var range = find(id);
        if (range.target().endsAudit()) {
            return expireAudit(range);
        }
        var gone = deletion.delete(range.target(), range.asOf(), range.first(), slice);
        evidence.add(range.run(), id, range.target(), gone);
        return gone.size();
    }

    private int expireAudit(Range range) {
        var before = range.asOf()
                .atZone(ZoneOffset.UTC)
                .minus(range.target().rule().amount())
                .toInstant();
        long gone = audit.expire(before);
        if (gone > 0) {
            evidence.add(range.run(), range.id(), range.target(), gone, "chain");
        }
        return Math.toIntExact(gone);
    }

    private Range find(UUID id) {
        return sql.one(
                        "select g.id, g.run_id, g.rule_id, g.table_name, g.clock, g.first_at, g.before_at, r.as_of"
                                + " from musicmuse.retention_range g join musicmuse.retention_run r on r.id = g.run_id"
                                + " where g.id = ?",
                        row -> new Range(
                                id,
                                row.getObject("run_id", UUID.class),
                                Sql.instant(row, "as_of"),
                                target(row.getString("rule_id"), row.getString("table_name"), row.getString("clock")),
                                Sql.instant(row, "first_at"),
                                Sql.instant(row, "before_at")),
                        id)
                .orElseThrow(() -> new IllegalStateException("There is no retention range " + id));
    }

    private RetentionTarget target(String rule, String table, String clock) {
        return targets.of(rule).stream()
                .filter(target -> target.table().equals(table) && target.clock().equals(clock))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The data map ends no rows of " + table + " by " + rule));
    }
}
