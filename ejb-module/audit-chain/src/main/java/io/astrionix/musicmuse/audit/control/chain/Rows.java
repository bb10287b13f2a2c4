package io.astrionix.musicmuse.audit.control.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.UUID;

/** Rows of the audit tables as records. */
final class Rows {

    /** Of {@code audit_entry e}, in the order of {@link #entry}. */
    static final String ENTRY_COLUMNS = "e.id, e.occurred_at, e.action, e.outcome, e.actor, e.object_type, e.object_id,"
            + " e.details, e.commitments";

    static final String SEGMENTS = "select first_seq, last_seq, month, entries, first_sealed_at, last_sealed_at, root,"
            + " previous_root, key_id, mac from musicmuse.audit_segment";

    private Rows() {}

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static String hex(ResultSet row, int column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** @param first column of the entry's id */
    static EntryFields entry(ResultSet row, int first) throws SQLException {
        return new EntryFields(
                row.getObject(first, UUID.class),
                instant(row, first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getString(first + 5),
                row.getString(first + 6),
                row.getString(first + 7),
                row.getString(first + 8));
    }

    static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                row.getLong(1),
                row.getLong(2),
                YearMonth.parse(row.getString(3)),
                row.getLong(4),
                instant(row, 5),
                instant(row, 6),
                hex(row, 7),
                hex(row, 8),
                row.getString(9),
                hex(row, 10));
    }
}
