package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.server.DatabaseAccess;
import java.sql.SQLException;
import java.util.ArrayList;

/** The batch repository, whose tables have other names on each server and are made by the role of the application. */
public final class JobRepository {

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'musicmuse_batch'";

    private final DatabaseAccess database;

    public JobRepository(DatabaseAccess database) {
        this.database = database;
    }

    public void wipe() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var names = statement.executeQuery(TABLES)) {
                while (names.next()) {
                    tables.add("musicmuse_batch." + names.getString(1));
                }
            }
            statement.execute("drop table " + String.join(", ", tables) + " cascade");
        }
    }
}
