package io.astrionix.musicmuse.retention.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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
import javax.sql.DataSource;

/** Statements in the container's transaction. Instants go in and come out as instants, nulls as null. */
@ApplicationScoped
public class Sql {

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    /** How a row becomes an object. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @throws FailedStatementException if the database refuses it */
    <T> List<T> list(String sql, Row<T> row, Object... values) {
        return with(sql, values, statement -> {
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.of(result));
                }
            }
            return rows;
        });
    }

    <T> Optional<T> one(String sql, Row<T> row, Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    long number(String sql, Object... values) {
        return one(sql, row -> row.getLong(1), values).orElse(0L);
    }

    int update(String sql, Object... values) {
        return with(sql, values, PreparedStatement::executeUpdate);
    }

    /** By the database's clock, which counts. */
    Instant now() {
        return one("select clock_timestamp() as now", row -> instant(row, "now"))
                .orElseThrow();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private <T> T with(String sql, Object[] values, Work<T> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, value(connection, values[i]));
            }
            return work.with(statement);
        } catch (SQLException failed) {
            throw new FailedStatementException(failed);
        }
    }

    private static Object value(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
        } else if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        return value;
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
