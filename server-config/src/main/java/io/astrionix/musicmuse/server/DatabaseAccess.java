package io.astrionix.musicmuse.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How to reach a PostgreSQL database as one of its roles. */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    /** The caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    /** The first column of all rows of a query, as text. */
    public List<String> texts(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Without the password: this text may end up in a log. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
