package io.astrionix.musicmuse.server;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The two schemas that must be there before WildFly starts: its batch repository makes tables in the first schema of
 * the search path that exists, and must not meet the application's.
 */
final class Schemas {

    private static final String TABLES = "musicmuse";
    private static final String BATCH = "musicmuse_batch";

    private Schemas() {}

    /**
     * Makes those that are missing; where both are there, no right to make schemas is needed.
     *
     * @param owner a connection of the owner's role
     * @param application the application's role, as which WildFly makes its batch tables
     */
    static void ensure(Connection owner, String application) throws SQLException {
        if (!exists(owner, TABLES)) {
            execute(owner, "create schema " + TABLES);
        }
        if (!exists(owner, BATCH)) {
            execute(owner, "create schema " + BATCH);
            execute(owner, "grant usage, create on schema " + BATCH + " to " + quoted(owner, application));
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.enquoteIdentifier(name, true);
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
