package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.erasure.boundary.ErasureReport;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where each processor stands. Each call is a transaction, or part of the caller's. */
@Dependent
@Transactional
public class LegRecords {

    private ErasureDatabase database;

    public LegRecords() {} // required by the proxy

    @Inject
    public LegRecords(ErasureDatabase database) {
        this.database = database;
    }

    /** A processor that has not erased yet. */
    record Leg(String processor, String reference, int tries) {}

    public void add(Erasure erasure, String processor, String reference, Instant now) {
        database.update(
                "insert into musicmuse.erasure_leg (erasure_id, processor, reference, next_try_at)"
                        + " values (?, ?, ?, ?) on conflict do nothing",
                erasure.id(),
                processor,
                reference,
                ErasureRecords.column(now));
    }

    public List<Leg> due(Erasure erasure, Instant now) {
        return database.rows(
                row -> new Leg(row.getString(1), row.getString(2), row.getInt(3)),
                "select processor, reference, tries from musicmuse.erasure_leg"
                        + " where erasure_id = ? and done_at is null and next_try_at <= ? order by 1",
                erasure.id(),
                ErasureRecords.column(now));
    }

    public boolean isOpen(Erasure erasure) {
        return database.number(
                        "select count(*) from musicmuse.erasure_leg where erasure_id = ? and done_at is null",
                        erasure.id())
                > 0;
    }

    public List<ErasureReport.Leg> all(UUID erasure) {
        return database.rows(
                row -> new ErasureReport.Leg(
                        row.getString(1),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getInt(3)),
                "select processor, done_at, tries from musicmuse.erasure_leg where erasure_id = ? order by 1",
                erasure);
    }

    public void later(Erasure erasure, Leg leg, String answer, Instant nextTry) {
        database.update(
                "update musicmuse.erasure_leg set tries = tries + 1, answer = ?, next_try_at = ?"
                        + " where erasure_id = ? and processor = ? and done_at is null",
                answer,
                ErasureRecords.column(nextTry),
                erasure.id(),
                leg.processor());
    }

    public void done(Erasure erasure, Leg leg, Instant now) {
        database.update(
                "update musicmuse.erasure_leg set done_at = ?, tries = tries + 1, answer = 'DONE', reference = null"
                        + " where erasure_id = ? and processor = ? and done_at is null",
                ErasureRecords.column(now),
                erasure.id(),
                leg.processor());
    }
}
