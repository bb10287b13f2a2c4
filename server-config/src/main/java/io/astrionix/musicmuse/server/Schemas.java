package io.astrionix.musicmuse.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The two schemas that must be there before WildFly starts: its batch repository makes tables in the first schema of
 * the search path that exists, and must not meet the application's.
 */
final class Schemas {

    private static final List<String> NAMES = List.of("musicmuse", "musicmuse_batch");

    private Schemas() {}

    /** Makes those that are missing; where both are there, no right to make schemas is needed. */
    static void ensure(Connection connection) throws SQLException {
        for (String name : NAMES) {
            if (!exists(connection, name)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("create schema " + name);
                }
            }
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
