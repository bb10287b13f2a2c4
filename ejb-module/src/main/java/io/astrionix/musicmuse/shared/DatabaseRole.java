package io.astrionix.musicmuse.shared;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A role of PostgreSQL.
 *
 * @param superuser whether it may do anything, whatever rights it was given
 */
public record DatabaseRole(String name, boolean superuser) {

    /** Whose connection it is. */
    static DatabaseRole of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select current_user, (select rolsuper from pg_roles where rolname = current_user)")) {
            row.next();
            return new DatabaseRole(row.getString(1), row.getBoolean(2));
        }
    }
}
