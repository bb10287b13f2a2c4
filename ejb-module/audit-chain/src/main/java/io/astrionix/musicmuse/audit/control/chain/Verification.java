package io.astrionix.musicmuse.audit.control.chain;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Checks the whole log. Reads rows as they come: a year of events needs no more memory than an hour of them. The caller
 * gives a transaction that sees one state of the database (repeatable read) and ends it.
 */
public final class Verification {

    private static final int ROWS_AT_A_TIME = 2_000;

    private final Connection transaction;
    private final ChainKeys keys;
    private final Instant aYearAgo;
    private final SortedMap<Long, Set<String>> anchors;

    private long expected = 1;
    private String before = Seal.NOTHING_BEFORE;
    private int nextSegment;
    private List<Segment> segments = List.of();
    private YearMonth openMonth;
    private long seals;
    private long entries;
    private long values;
    private Finding first;

    private Verification(Connection transaction, ChainKeys keys, Instant now, SortedMap<Long, Set<String>> anchors) {
        this.transaction = transaction;
        this.keys = keys;
        this.aYearAgo = now.atOffset(ZoneOffset.UTC).minusYears(1).toInstant();
        this.anchors = anchors;
    }

    /**
     * @param transaction without auto-commit
     * @param now tells what may have expired
     * @throws IOException if the anchor file cannot be read
     */
    public static Verified run(Connection transaction, ChainKeys keys, Anchors anchors, Instant now)
            throws SQLException, IOException {
        return new Verification(transaction, keys, now, anchors.read()).run();
    }

    private Verified run() throws SQLException {
        segments = segments();
        chain();
        personalValues();
        subjects();
        entriesWithoutSeal();
        compareAnchors();
        return waiting();
    }

    private List<Segment> segments() throws SQLException {
        var all = new ArrayList<Segment>();
        long next = 1;
        var root = Seal.NOTHING_BEFORE;
        try (var query = statement(Rows.SEGMENTS + " order by first_seq");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                var segment = Rows.segment(rows);
                boolean inPlace = segment.firstSeq() == next
                        && segment.lastSeq() >= segment.firstSeq()
                        && segment.previousRoot().equals(root);
                if (!known(segment.keyId(), segment.firstSeq())) {
                    return all;
                }
                if (!inPlace || !segment.isGenuine(keys)) {
                    found(segment.firstSeq(), Damage.SEGMENT_FORGED);
                    return all;
                }
                all.add(segment);
                next = segment.lastSeq() + 1;
                root = segment.root();
            }
        }
        return all;
    }

    private void chain() throws SQLException {
        try (var query = statement("select s.seq, s.entry_id, s.digest, s.key_id, s.hash, s.sealed_at, "
                        + Rows.ENTRY_COLUMNS + " from musicmuse.audit_seal s left join musicmuse.audit_entry e"
                        + " on e.id = s.entry_id order by s.seq");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                var seal = new Seal(
                        rows.getLong(1),
                        rows.getObject(2, UUID.class),
                        Rows.hex(rows, 3),
                        rows.getString(4),
                        Rows.hex(rows, 5),
                        Rows.instant(rows, 6));
                var entry =
                        rows.getObject(7) == null ? Optional.<EntryFields>empty() : Optional.of(Rows.entry(rows, 7));
                if (!link(seal, entry)) {
                    return;
                }
            }
        }
        skipExpired(
                segments.isEmpty()
                        ? expected
                        : segments.get(segments.size() - 1).lastSeq() + 1);
    }

    /** @return whether the links after it can be checked too */
    private boolean link(Seal seal, Optional<EntryFields> entry) {
        if (!skipExpired(seal.seq()) || !known(seal.keyId(), seal.seq())) {
            return false;
        }
        if (seal.seq() != expected || !seal.follows(before, keys)) {
            return found(seal.seq(), Damage.SEAL_FORGED);
        }
        if (!inItsMonth(seal)) {
            return found(seal.seq(), Damage.SEGMENT_FORGED);
        }
        if (entry.isPresent()) {
            entries++;
            if (!seal.covers(entry.get(), keys)) {
                return found(seal.seq(), Damage.ENTRY_CHANGED);
            }
        } else if (!seal.sealedAt().isBefore(aYearAgo)) {
            return found(seal.seq(), Damage.ENTRY_MISSING);
        }
        var anchored = anchors.get(seal.seq());
        if (anchored != null && !anchored.equals(Set.of(seal.hash()))) {
            return found(seal.seq(), Damage.ANCHOR_DIFFERS);
        }
        seals++;
        expected++;
        before = seal.hash();
        return endOfSegment(seal);
    }

    /** A month is closed before the first seal of another one: what has no header yet is all of one month. */
    private boolean inItsMonth(Seal seal) {
        var month = Segment.month(seal.sealedAt());
        if (nextSegment < segments.size()) {
            return month.equals(segments.get(nextSegment).month());
        }
        openMonth = openMonth == null ? month : openMonth;
        return month.equals(openMonth);
    }

    private boolean endOfSegment(Seal seal) {
        if (nextSegment < segments.size() && segments.get(nextSegment).lastSeq() == seal.seq()) {
            if (!segments.get(nextSegment).root().equals(seal.hash())) {
                return found(seal.seq(), Damage.SEGMENT_FORGED);
            }
            nextSegment++;
        }
        return true;
    }

    /**
     * Passes over months whose seals have expired, as far as their headers tell.
     *
     * @return whether nothing but expired months was missing before {@code seq}
     */
    private boolean skipExpired(long seq) {
        while (expected < seq) {
            var segment = nextSegment < segments.size() ? segments.get(nextSegment) : null;
            boolean expired = segment != null
                    && segment.firstSeq() == expected
                    && segment.lastSeq() < seq
                    && segment.lastSealedAt().isBefore(aYearAgo);
            if (!expired) {
                return found(expected, Damage.SEAL_MISSING);
            }
            expected = segment.lastSeq() + 1;
            before = segment.root();
            nextSegment++;
        }
        return true;
    }

    /** What is deleted was erased; what is there must be what the entry stands for. */
    private void personalValues() throws SQLException {
        try (var query = statement("select coalesce(s.seq, 0), e.commitments, p.name, p.salt, p.value"
                        + " from musicmuse.audit_personal p left join musicmuse.audit_entry e on e.id = p.entry_id"
                        + " left join musicmuse.audit_seal s on s.entry_id = p.entry_id");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                values++;
                var commitments = rows.getString(2);
                var expectedHex = commitments == null
                        ? null
                        : Commitment.split(commitments).get(rows.getString(3));
                if (!matches(expectedHex, rows.getBytes(4), rows.getString(5))) {
                    found(rows.getLong(1), Damage.VALUE_CHANGED);
                }
            }
        }
    }

    private void subjects() throws SQLException {
        try (var query = statement("select account_id::text, salt, pseudonym from musicmuse.audit_subject");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                if (!matches(rows.getString(3), rows.getBytes(2), rows.getString(1))) {
                    found(0, Damage.SUBJECT_CHANGED);
                }
            }
        }
    }

    private static boolean matches(String hex, byte[] salt, String value) {
        return hex != null && salt.length > 0 && hex.equals(Commitment.of(salt, value));
    }

    /** An entry without a seal must wait for one, and what waits must be there. */
    private void entriesWithoutSeal() throws SQLException {
        if (count("select count(*) from musicmuse.audit_entry e left join musicmuse.audit_seal s on s.entry_id = e.id"
                        + " left join musicmuse.audit_unsealed u on u.entry_id = e.id"
                        + " where s.seq is null and u.entry_id is null")
                > 0) {
            found(0, Damage.ENTRY_ADDED);
        }
        if (count(
                        "select count(*) from musicmuse.audit_unsealed u left join musicmuse.audit_entry e on e.id = u.entry_id"
                                + " where e.id is null")
                > 0) {
            found(0, Damage.ENTRY_MISSING);
        }
    }

    private void compareAnchors() throws SQLException {
        for (var segment : segments) {
            var anchored = anchors.get(segment.lastSeq());
            if (anchored != null && !anchored.equals(Set.of(segment.root()))) {
                found(segment.lastSeq(), Damage.ANCHOR_DIFFERS);
            }
        }
        long head = Sealing.head(transaction).seq();
        if (!anchors.isEmpty() && anchors.lastKey() > head) {
            found(head + 1, Damage.CHAIN_CUT);
        }
    }

    private Verified waiting() throws SQLException {
        try (var query = statement("select count(*), min(queued_at) from musicmuse.audit_unsealed");
                var row = query.executeQuery()) {
            row.next();
            return new Verified(
                    Sealing.head(transaction).seq(),
                    seals,
                    entries,
                    values,
                    anchors.size(),
                    row.getLong(1),
                    row.getObject(2) == null ? Optional.empty() : Optional.of(Rows.instant(row, 2)),
                    Optional.ofNullable(first));
        }
    }

    private long count(String question) throws SQLException {
        try (var query = statement(question);
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private PreparedStatement statement(String text) throws SQLException {
        var statement = transaction.prepareStatement(text);
        statement.setFetchSize(ROWS_AT_A_TIME);
        return statement;
    }

    private boolean known(String keyId, long seq) {
        try {
            return keys.key(keyId) != null;
        } catch (IllegalArgumentException missing) {
            return found(seq, Damage.KEY_UNKNOWN);
        }
    }

    /** Keeps the damage with the lowest number; one without a number counts only if there is no other. */
    private boolean found(long seq, Damage damage) {
        boolean better = first == null || first.seq() == 0 || (seq != 0 && seq < first.seq());
        if (better) {
            first = new Finding(seq, damage);
        }
        return false;
    }
}
