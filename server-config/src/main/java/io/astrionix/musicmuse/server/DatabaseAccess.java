package io.astrionix.musicmuse.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** How to reach a PostgreSQL database. */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    /** The caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** What the data source of {@code configure.cli} reads. */
    Map<String, String> environment() {
        return Map.of(
                LauncherSettings.DB_URL,
                jdbcUrl,
                LauncherSettings.DB_USER,
                user,
                LauncherSettings.DB_PASSWORD,
                password);
    }

    /** Without the password: this text may end up in a log. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
