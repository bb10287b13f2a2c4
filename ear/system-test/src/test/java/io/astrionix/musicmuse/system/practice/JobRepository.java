package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.server.DatabaseAccess;
import java.sql.SQLException;
import java.util.ArrayList;

/** The batch repository, whose tables have other names on each server and are made by the role of the application. */
final class JobRepository {

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'musicmuse_batch'";

    private final DatabaseAccess database;

    JobRepository(DatabaseAccess database) {
        this.database = database;
    }

    /** How many runs have begun and not ended, by what the repository says. */
    int running() throws SQLException {
        return executions("STARTED");
    }

    int completed() throws SQLException {
        return executions("COMPLETED");
    }

    private int executions(String status) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            int number = 0;
            var tables = new ArrayList<String>();
            try (var names =
                    statement.executeQuery(TABLES + " and table_name in ('job_execution', 'executioninstancedata')")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (var row = statement.executeQuery(
                        "select count(*) from musicmuse_batch." + table + " where batchstatus = '" + status + "'")) {
                    row.next();
                    number += row.getInt(1);
                }
            }
            return number;
        }
    }

    void wipe() throws SQLException {
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
