package io.astrionix.musicmuse.audit.control.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Appends waiting entries to the chain. Only one sealer at a time does, on whichever node: a lock of the database that
 * ends with the transaction sees to it. The caller begins and commits the transaction.
 */
public final class Sealing {

    /** Any number, the same on all nodes. */
    private static final long LOCK = 0x6d75_7369_636d_7573L;

    private final ChainKeys keys;

    public Sealing(ChainKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals those that wait longest, in the order of their times. An entry whose transaction commits later than others with a later time
     * waits in the list of work until it is seen, and is sealed then.
     *
     * @param most at most so many
     * @return how many; empty if another sealer is at work
     */
    public Optional<Integer> seal(Connection transaction, int most) throws SQLException {
        if (!locked(transaction)) {
            return Optional.empty();
        }
        var waiting = waiting(transaction, most);
        if (!waiting.isEmpty()) {
            var now = now(transaction);
            closeMonth(transaction, now);
            append(transaction, waiting, now);
            takeFromWork(transaction, waiting);
        }
        return Optional.of(waiting.size());
    }

    /**
     * Writes the header of the month that is over, if it has none yet.
     *
     * @return whether it did
     */
    public boolean closeMonth(Connection transaction) throws SQLException {
        return locked(transaction) && closeMonth(transaction, now(transaction));
    }

    public static Head head(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select seq, hash from ("
                        + "(select seq, hash from musicmuse.audit_seal order by seq desc limit 1) union all"
                        + " (select last_seq, root from musicmuse.audit_segment order by last_seq desc limit 1)) heads"
                        + " order by seq desc limit 1");
                var row = query.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), Rows.hex(row, 2)) : Head.NONE;
        }
    }

    /** Whether the chain has this link. */
    public static boolean has(Connection connection, Head head) throws SQLException {
        try (var query = connection.prepareStatement("select hash from musicmuse.audit_seal where seq = ?")) {
            query.setLong(1, head.seq());
            try (var row = query.executeQuery()) {
                return row.next() && Rows.hex(row, 1).equals(head.hash());
            }
        }
    }

    /** Since when the oldest entry waits for its seal. */
    public static Optional<Instant> oldestWaiting(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select min(queued_at) from musicmuse.audit_unsealed");
                var row = query.executeQuery()) {
            row.next();
            return row.getObject(1) == null ? Optional.empty() : Optional.of(Rows.instant(row, 1));
        }
    }

    private static boolean locked(Connection transaction) throws SQLException {
        try (var lock = transaction.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var row = lock.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The time that the database gives to all seals of this transaction. */
    private static Instant now(Connection transaction) throws SQLException {
        try (var query = transaction.prepareStatement("select now()");
                var row = query.executeQuery()) {
            row.next();
            return Rows.instant(row, 1);
        }
    }

    private static List<EntryFields> waiting(Connection transaction, int most) throws SQLException {
        try (var query = transaction.prepareStatement("with next as (select u.entry_id from musicmuse.audit_unsealed u"
                + " where not exists (select from musicmuse.audit_seal s where s.entry_id = u.entry_id)"
                + " and exists (select from musicmuse.audit_entry e where e.id = u.entry_id)"
                + " order by u.queued_at, u.entry_id limit ?)"
                + " select " + Rows.ENTRY_COLUMNS + " from next join musicmuse.audit_entry e on e.id = next.entry_id"
                + " order by e.occurred_at, e.id")) {
            query.setInt(1, most);
            var waiting = new ArrayList<EntryFields>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    waiting.add(Rows.entry(rows, 1));
                }
            }
            return waiting;
        }
    }

    private void append(Connection transaction, List<EntryFields> entries, Instant now) throws SQLException {
        var head = head(transaction);
        long seq = head.seq();
        var before = head.hash();
        var seals = new ArrayList<Seal>(entries.size());
        for (var entry : entries) {
            var seal = Seal.of(++seq, entry, before, now, keys);
            before = seal.hash();
            seals.add(seal);
        }
        // The time of the seal is the database's own: the application has no right to write that column.
        try (var insert =
                transaction.prepareStatement("insert into musicmuse.audit_seal (seq, entry_id, digest, key_id, hash)"
                        + " select * from unnest(?::bigint[], ?::uuid[], ?::bytea[], ?::text[], ?::bytea[])")) {
            array(insert, 1, "bigint", seals.stream().map(Seal::seq).toArray(Long[]::new));
            array(insert, 2, "uuid", seals.stream().map(Seal::entryId).toArray(UUID[]::new));
            array(
                    insert,
                    3,
                    "bytea",
                    seals.stream().map(Seal::digest).map(Rows::bytes).toArray(byte[][]::new));
            array(insert, 4, "text", seals.stream().map(Seal::keyId).toArray(String[]::new));
            array(
                    insert,
                    5,
                    "bytea",
                    seals.stream().map(Seal::hash).map(Rows::bytes).toArray(byte[][]::new));
            insert.executeUpdate();
        }
    }

    private static void takeFromWork(Connection transaction, List<EntryFields> sealed) throws SQLException {
        try (var done = transaction.prepareStatement("delete from musicmuse.audit_unsealed where entry_id = any (?)")) {
            array(done, 1, "uuid", sealed.stream().map(EntryFields::id).toArray(UUID[]::new));
            done.executeUpdate();
        }
    }

    private static void array(PreparedStatement statement, int place, String type, Object[] values)
            throws SQLException {
        statement.setArray(place, statement.getConnection().createArrayOf(type, values));
    }

    /** A month ends with the first seal of another one; nothing is sealed in between, so its last seal is the head. */
    private boolean closeMonth(Connection transaction, Instant now) throws SQLException {
        var last = lastSegment(transaction);
        long firstSeq = last.map(segment -> segment.lastSeq() + 1).orElse(1L);
        var first = sealTime(transaction, firstSeq);
        if (first.isEmpty() || Segment.month(first.get()).equals(Segment.month(now))) {
            return false;
        }
        var head = head(transaction);
        write(
                transaction,
                Segment.of(
                        firstSeq,
                        head.seq(),
                        first.get(),
                        sealTime(transaction, head.seq()).orElseThrow(),
                        head.hash(),
                        last.map(Segment::root).orElse(Seal.NOTHING_BEFORE),
                        keys));
        return true;
    }

    private static Optional<Segment> lastSegment(Connection transaction) throws SQLException {
        try (var query = transaction.prepareStatement(Rows.SEGMENTS + " order by first_seq desc limit 1");
                var row = query.executeQuery()) {
            return row.next() ? Optional.of(Rows.segment(row)) : Optional.empty();
        }
    }

    private static Optional<Instant> sealTime(Connection transaction, long seq) throws SQLException {
        try (var query = transaction.prepareStatement("select sealed_at from musicmuse.audit_seal where seq = ?")) {
            query.setLong(1, seq);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(Rows.instant(row, 1)) : Optional.empty();
            }
        }
    }

    private static void write(Connection transaction, Segment segment) throws SQLException {
        try (var insert = transaction.prepareStatement(
                "insert into musicmuse.audit_segment (first_seq, last_seq, month, entries, first_sealed_at,"
                        + " last_sealed_at, root, previous_root, key_id, mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, segment.firstSeq());
            insert.setLong(2, segment.lastSeq());
            insert.setString(3, segment.month().toString());
            insert.setLong(4, segment.entries());
            insert.setObject(5, OffsetDateTime.ofInstant(segment.firstSealedAt(), ZoneOffset.UTC));
            insert.setObject(6, OffsetDateTime.ofInstant(segment.lastSealedAt(), ZoneOffset.UTC));
            insert.setBytes(7, Rows.bytes(segment.root()));
            insert.setBytes(8, Rows.bytes(segment.previousRoot()));
            insert.setString(9, segment.keyId());
            insert.setBytes(10, Rows.bytes(segment.mac()));
            insert.executeUpdate();
        }
    }
}
