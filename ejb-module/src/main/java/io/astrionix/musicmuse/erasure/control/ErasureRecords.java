package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.erasure.control.Erasure.Kind;
import io.astrionix.musicmuse.erasure.control.Erasure.State;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Erasures, their frozen plans and the ledger's mark in the database. Each call is a transaction, or part of the caller's. */
@Dependent
@Transactional
public class ErasureRecords {

    private static final String COLUMNS =
            "select id, kind, account_id, account_hash, map_hash, state, begun_at" + " from musicmuse.erasure ";

    private ErasureDatabase database;

    public ErasureRecords() {} // required by the proxy

    @Inject
    public ErasureRecords(ErasureDatabase database) {
        this.database = database;
    }

    /** The erasure of that id, or the one of the account that is not done yet. */
    public Optional<Erasure> find(UUID id, AccountId account) {
        return database.row(ErasureRecords::erasure, COLUMNS + "where id = ?", id)
                .or(() -> database.row(ErasureRecords::erasure, COLUMNS + "where account_id = ?", account.value()));
    }

    public Optional<Erasure> find(UUID id) {
        return database.row(ErasureRecords::erasure, COLUMNS + "where id = ?", id);
    }

    /** Those that wait for whoever holds rows, or for processors; and those that a crash has left in the middle. */
    public List<Erasure> waiting() {
        return database.rows(
                ErasureRecords::erasure,
                COLUMNS + "where state in ('AWAITING', 'KEPT') or state = 'RUNNING'"
                        + " and begun_at < now() - interval '1 hour' order by begun_at, id");
    }

    /** Those that are done and not in the ledger as done. */
    public List<Erasure> unsealed() {
        return database.rows(
                ErasureRecords::erasure, COLUMNS + "where state = 'DONE' and ledger_end is null order by begun_at, id");
    }

    /** Freezes the plan; the ledger has its line already. Of two at once, one is first, and the other does its steps, too. */
    public void begin(Erasure erasure, List<PlannedStep> plan, long ledgerLine) {
        long added = database.update(
                "insert into musicmuse.erasure (id, kind, account_id, account_hash, map_hash, begun_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                erasure.id(),
                erasure.kind().name(),
                erasure.account().orElseThrow().value(),
                erasure.hash(),
                erasure.mapHash(),
                column(erasure.begunAt()));
        if (added == 1) {
            freeze(erasure, plan);
        }
        mark(ledgerLine);
    }

    /** Adds what a frozen plan does not have yet: the map may have grown since. */
    public void freeze(Erasure erasure, List<PlannedStep> plan) {
        var frozen = steps(erasure);
        var known = frozen.stream().map(StepRecord::name).toList();
        int next = frozen.stream().mapToInt(StepRecord::number).max().orElse(0);
        for (var step : plan) {
            if (!known.contains(step.name())) {
                database.update(
                        "insert into musicmuse.erasure_step (erasure_id, step, verb, table_name, column_name)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        erasure.id(),
                        ++next,
                        step.verb().name(),
                        step.table(),
                        step.column());
            }
        }
    }

    public List<StepRecord> steps(Erasure erasure) {
        return database.rows(
                row -> new StepRecord(
                        row.getInt(1),
                        Erase.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getBoolean(8)),
                "select step, verb, table_name, column_name, done_at is not null, coalesce(touched, 0),"
                        + " coalesce(kept, 0), coalesce(held, false) from musicmuse.erasure_step"
                        + " where erasure_id = ? order by step",
                erasure.id());
    }

    public void state(Erasure erasure, State state, Instant now) {
        if (state == State.DONE) {
            database.update(
                    "update musicmuse.erasure set state = 'DONE', done_at = ?, account_id = null where id = ?",
                    column(now),
                    erasure.id());
        } else {
            database.update(
                    "update musicmuse.erasure set state = ? where id = ? and state <> 'DONE'",
                    state.name(),
                    erasure.id());
        }
    }

    public void sealed(Erasure erasure, long ledgerLine) {
        database.update("update musicmuse.erasure set ledger_end = ? where id = ?", ledgerLine, erasure.id());
        mark(ledgerLine);
    }

    /** How far the ledger had come, as far as the database knows. */
    public long mark() {
        return database.number("select seq from musicmuse.erasure_mark");
    }

    public void mark(long ledgerLine) {
        database.update("update musicmuse.erasure_mark set seq = greatest(seq, ?)", ledgerLine);
    }

    static OffsetDateTime column(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        return new Erasure(
                row.getObject(1, UUID.class),
                Kind.valueOf(row.getString(2)),
                Optional.ofNullable(row.getObject(3, UUID.class)).map(AccountId::new),
                row.getString(4),
                row.getString(5),
                State.valueOf(row.getString(6)),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
