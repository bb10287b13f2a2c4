package io.astrionix.musicmuse.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How to reach a PostgreSQL database as one of its roles. */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    /** The caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** Without the password: this text may end up in a log. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
