package io.astrionix.musicmuse.system.retention;

import io.astrionix.musicmuse.server.DatabaseAccess;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Runs of the retention engine, asked for as the command line does: by a row. */
public final class RetentionRunsFromOutside {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long PAUSE_NANOS = 100_000_000;

    private final DatabaseAccess database;

    public RetentionRunsFromOutside(DatabaseAccess database) {
        this.database = database;
    }

    /** @param rules in a row; all if it is empty */
    public UUID ask(String rules) throws SQLException {
        var run = UUID.randomUUID();
        update("insert into musicmuse.retention_run (id, kind, asked_by, rules) values ('" + run
                + "', 'PURGE', 'test', '" + rules + "')");
        return run;
    }

    public void awaitEnd(UUID run) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!hasEnded(run)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Retention run did not end within " + PATIENCE);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Waits for it. */
    public String endOf(UUID run) throws SQLException {
        awaitEnd(run);
        return text("select state from musicmuse.retention_run where id = ?", run);
    }

    /** @param query gives more than 0 in the end */
    public void await(String otherwise, String query) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(query) == 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    public boolean hasEnded(UUID run) throws SQLException {
        return number("select count(*) from musicmuse.retention_run where id = ? and ended_at is null", run) == 0;
    }

    /** How many rows are gone, by the evidence. */
    public long removed(UUID run) throws SQLException {
        return number("select coalesce(sum(removed), 0) from musicmuse.retention_evidence where run_id = ?", run);
    }

    /** How many rows all runs ever took, by the evidence. */
    public long removedInAll() throws SQLException {
        return number("select coalesce(sum(removed), 0) from musicmuse.retention_evidence");
    }

    public long number(String query, Object... values) throws SQLException {
        return one(query, row -> row.getLong(1), values);
    }

    public String text(String query, Object... values) throws SQLException {
        return one(query, row -> row.getString(1), values);
    }

    public void update(String command) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private <T> T one(String query, Reading<T> reading, Object... values) throws SQLException {
        try (var connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return reading.of(row);
            }
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
