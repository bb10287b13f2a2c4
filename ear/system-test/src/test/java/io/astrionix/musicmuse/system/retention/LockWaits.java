package io.astrionix.musicmuse.system.retention;

import io.astrionix.musicmuse.server.DatabaseAccess;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again how long whoever waits for a lock in the database has waited. */
final class LockWaits implements AutoCloseable {

    /** The longest wait may have been longer by this and the time that looking takes. */
    private static final long PAUSE_NANOS = 5_000_000;

    private static final String LONGEST = "select coalesce(max(extract(epoch from clock_timestamp() - waitstart)), 0)"
            + " * 1000 from pg_locks where not granted";

    private final DatabaseAccess database;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Double> longest;
    private volatile boolean over;

    LockWaits(DatabaseAccess database) {
        this.database = database;
        this.longest = thread.submit(this::look);
    }

    /** Looks no more. */
    double longestMillis() throws ExecutionException, InterruptedException {
        over = true;
        return longest.get();
    }

    @Override
    public void close() {
        over = true;
        thread.shutdown();
    }

    private double look() throws SQLException {
        double most = 0;
        try (var connection = database.connect();
                var query = connection.prepareStatement(LONGEST)) {
            while (!over) {
                try (var row = query.executeQuery()) {
                    row.next();
                    most = Math.max(most, row.getDouble(1));
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return most;
    }
}
