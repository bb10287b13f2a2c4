package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.erasure.boundary.ErasureReport.Leg;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the database knows of an erasure, for its report. Needs the caller's transaction. */
@Dependent
public class ReportRows {

    private ErasureDatabase database;
    private ErasureRecords records;
    private ErasureSteps steps;
    private LegRecords legs;

    public ReportRows() {} // required by CDI beside the constructor below

    @Inject
    public ReportRows(ErasureDatabase database, ErasureRecords records, ErasureSteps steps, LegRecords legs) {
        this.database = database;
        this.records = records;
        this.steps = steps;
        this.legs = legs;
    }

    /**
     * When it was.
     *
     * @param lastDone when the last of its steps so far was done
     */
    public record Head(Instant begunAt, Optional<Instant> doneAt, Instant lastDone) {}

    /** Rows of a table that stay by a rule. */
    public record KeptTable(String table, String rule, boolean held) {}

    public Optional<Head> head(UUID id) {
        return database.row(
                row -> new Head(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                "select e.begun_at, e.done_at, coalesce(max(s.done_at), e.begun_at) from musicmuse.erasure e"
                        + " left join musicmuse.erasure_step s on s.erasure_id = e.id where e.id = ?"
                        + " group by e.begun_at, e.done_at",
                id);
    }

    /** Tables without their schema, with the rows that went or lead to nobody any more. */
    public Map<String, Long> removed(UUID id) {
        var removed = new LinkedHashMap<String, Long>();
        records.find(id).stream()
                .flatMap(erasure -> records.steps(erasure).stream())
                .filter(step -> step.touched() > 0)
                .forEach(step -> removed.merge(name(step.table()), step.touched(), Long::sum));
        return removed;
    }

    public List<KeptTable> kept(UUID id) {
        var plan = steps.plan();
        return records.find(id).stream()
                .flatMap(erasure -> records.steps(erasure).stream())
                .flatMap(step -> KeptRows.rules(plan, List.of(step)).stream()
                        .map(rule -> new KeptTable(name(step.table()), rule, step.held())))
                .distinct()
                .toList();
    }

    public List<Leg> legs(UUID id) {
        return legs.all(id);
    }

    private static String name(String table) {
        return table.substring(table.indexOf('.') + 1);
    }
}
