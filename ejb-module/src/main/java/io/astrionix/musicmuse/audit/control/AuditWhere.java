package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.audit.boundary.AuditFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The condition of a filter, with parameters only. */
final class AuditWhere {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private AuditWhere() {}

    static AuditWhere of(Connection connection, AuditFilter filter) throws SQLException {
        var where = new AuditWhere();
        filter.from()
                .ifPresent(from -> where.add("e.occurred_at >= ?", OffsetDateTime.ofInstant(from, ZoneOffset.UTC)));
        filter.until()
                .ifPresent(until -> where.add("e.occurred_at < ?", OffsetDateTime.ofInstant(until, ZoneOffset.UTC)));
        filter.action().ifPresent(action -> where.add("e.action = ?", action.name()));
        filter.outcome().ifPresent(outcome -> where.add("e.outcome = ?", outcome.name()));
        where.reference(connection, "e.actor", filter.actor());
        where.reference(connection, "e.object_id", filter.object());
        return where;
    }

    String text() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** @return the place of the next parameter */
    int set(PreparedStatement query) throws SQLException {
        int place = 1;
        for (var value : values) {
            query.setObject(place++, value);
        }
        return place;
    }

    /** Somebody is found by the account's id, which the log keeps as a pseudonym, and by the pseudonym. */
    private void reference(Connection connection, String column, String asked) throws SQLException {
        if (!asked.isBlank()) {
            var plain = asked.strip();
            add(column + " in (?, ?)", plain);
            values.add(pseudonym(connection, plain));
        }
    }

    private static String pseudonym(Connection connection, String account) throws SQLException {
        UUID id;
        try {
            id = UUID.fromString(account);
        } catch (IllegalArgumentException noAccount) {
            return account;
        }
        try (var query =
                connection.prepareStatement("select pseudonym from musicmuse.audit_subject where account_id = ?")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getString(1) : account;
            }
        }
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }
}
