package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.DueRow;
import io.astrionix.musicmuse.retention.boundary.DueSlice;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds and counts what is due. */
@Dependent
public class DueRows {

    /** Above so many rows the planner's estimate of the table's size is good enough. */
    private static final long COUNTED = 1_000_000;

    private final Sql sql;
    private final KeyTypes keyTypes;

    @Inject
    public DueRows(Sql sql, KeyTypes keyTypes) {
        this.sql = sql;
        this.keyTypes = keyTypes;
    }

    /**
     * @param due neither held nor quarantined
     * @param held due, and held
     * @param quarantined due, and put aside
     * @param oldest clock of the due rows; null if there are none
     * @param newest the same
     */
    record Count(long due, long held, long quarantined, Instant oldest, Instant newest) {}

    Count count(RetentionTarget target, Instant asOf) {
        var moments = target.moments(asOf);
        return sql.one(
                        "select count(*) filter (where free and not aside) as due,"
                                + " count(*) filter (where not free) as held,"
                                + " count(*) filter (where free and aside) as quarantined,"
                                + " min(clock) filter (where free and not aside) as oldest,"
                                + " max(clock) filter (where free and not aside) as newest from (select r."
                                + target.clock() + " as clock, (" + target.notHeld() + ") as free, not ("
                                + target.notQuarantined() + ") as aside from " + target.table() + " r where "
                                + target.due() + ") rows",
                        row -> new Count(
                                row.getLong("due"),
                                row.getLong("held"),
                                row.getLong("quarantined"),
                                Sql.instant(row, "oldest"),
                                Sql.instant(row, "newest")),
                        moments.get(0),
                        moments.get(1))
                .orElseThrow();
    }

    /** How many rows the table has, about. */
    long total(String table) {
        long estimate =
                sql.number("select greatest(reltuples, 0)::bigint from pg_class where oid = ?::regclass", table);
        return estimate > COUNTED ? estimate : sql.number("select count(*) from " + table);
    }

    /** Clocks that part the due rows into so many equal pieces; less than {@code pieces} of them, ascending. */
    List<Instant> bounds(RetentionTarget target, Instant asOf, int pieces) {
        if (pieces < 2) {
            return List.of();
        }
        var moments = target.moments(asOf);
        return sql.list(
                "select distinct before_at from (select max(clock) as before_at from (select r." + target.clock()
                        + " as clock, ntile(?) over (order by r." + target.clock() + ") as piece from "
                        + target.table() + " r where " + target.due()
                        + ") rows group by piece) pieces order by before_at limit ?",
                row -> Sql.instant(row, "before_at"),
                pieces,
                moments.get(0),
                moments.get(1),
                pieces - 1);
    }

    /** The next rows by clock and key; held ones and those put aside too: the DELETE passes over them, and only it counts. */
    Optional<DueSlice> next(
            RetentionTarget target, Instant asOf, Instant first, Instant before, Optional<DueRow> after, int most) {
        var moments = target.moments(asOf);
        var values = new ArrayList<Object>(List.of(moments.get(0), moments.get(1), first, before));
        var past = "";
        if (after.isPresent()) {
            past = " and " + target.order() + " > (?, ?::" + keyTypes.of(target) + ")";
            values.add(after.get().clock());
            values.add(after.get().key());
        }
        values.add(most);
        return sql.one(
                        "select key::text as key, clock from (select r." + target.clock() + " as clock, r."
                                + target.key() + " as key from " + target.table() + " r where " + target.due()
                                + " and r." + target.clock() + " >= ? and r." + target.clock() + " < ?" + past
                                + " order by r." + target.clock() + ", r." + target.key()
                                + " limit ?) slice order by clock desc, slice.key desc limit 1",
                        row -> new DueRow(row.getString("key"), Sql.instant(row, "clock")),
                        values.toArray())
                .map(last -> new DueSlice(after, last));
    }

    /** The oldest ones, neither held nor quarantined. */
    List<DueRow> oldest(RetentionTarget target, Instant asOf, int most) {
        var moments = target.moments(asOf);
        return sql.list(
                "select r." + target.key() + "::text as key, r." + target.clock() + " as clock from " + target.table()
                        + " r where "
                        + target.due() + " and " + target.notHeld() + " and " + target.notQuarantined()
                        + " order by r." + target.clock() + ", r." + target.key() + " limit ?",
                row -> new DueRow(row.getString("key"), Sql.instant(row, "clock")),
                moments.get(0),
                moments.get(1),
                most);
    }
}
