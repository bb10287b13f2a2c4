package io.astrionix.musicmuse.erasure.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** SQL in the caller's transaction: the statements are made from the data map, and there is no entity for most of them. */
@Dependent
public class ErasureDatabase {

    /** Keys whose rows follow their parents into nothing, or would stop them from going. Not those that let go by themselves. */
    private static final String REFERENCES = """
            select n.nspname || '.' || c.relname, a.attname, pn.nspname || '.' || p.relname
            from pg_constraint k
            join pg_class c on c.oid = k.conrelid
            join pg_namespace n on n.oid = c.relnamespace
            join pg_class p on p.oid = k.confrelid
            join pg_namespace pn on pn.oid = p.relnamespace
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
            where k.contype = 'f' and k.confdeltype in ('a', 'r', 'c') and n.nspname = 'musicmuse'
            order by 1, 2""";

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    /** Reads a row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** @return how many rows were changed */
    long update(String command, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(command)) {
            set(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    <T> List<T> rows(Reading<T> reading, String query, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            set(statement, parameters);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reading.of(rows));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    <T> Optional<T> row(Reading<T> reading, String query, Object... parameters) {
        return rows(reading, query, parameters).stream().findFirst();
    }

    long number(String query, Object... parameters) {
        return row(row -> row.getLong(1), query, parameters).orElseThrow();
    }

    Set<TableReference> references() {
        return new LinkedHashSet<>(
                rows(row -> new TableReference(row.getString(1), row.getString(2), row.getString(3)), REFERENCES));
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
