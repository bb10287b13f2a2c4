package io.astrionix.musicmuse.retention.command;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A run that the command line asks for. */
final class AskedRun {

    /** So long a server that is up needs at most to take up what waits, unless it is busy with another run. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Connection database;
    private final PrintStream out;

    AskedRun(Connection database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** @param rules all if it is empty */
    int make(String kind, Set<String> rules) throws SQLException {
        var run = UUID.randomUUID();
        try (var insert = database.prepareStatement(
                "insert into musicmuse.retention_run (id, kind, asked_by, rules) values (?, ?, 'command line', ?)")) {
            insert.setObject(1, run);
            insert.setString(2, kind);
            insert.setString(3, String.join(" ", rules));
            insert.executeUpdate();
        }
        if (!isEnded(run)) {
            out.println("No server has taken up the run " + run + " within " + PATIENCE.toSeconds()
                    + " s. Is MusicMuse up? The next one that starts will.");
            return RetentionCommand.NO_ANSWER;
        }
        return tell(run, rules);
    }

    private boolean isEnded(UUID run) throws SQLException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            if (isSo("ended_at is not null", run)) {
                return true;
            }
            if (isSo(
                    "state = 'RUNNING' or exists (select from musicmuse.retention_run o where o.state = 'RUNNING'"
                            + " and o.lease_until > clock_timestamp())",
                    run)) {
                patience = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > patience || !pause()) {
                return false;
            }
        }
    }

    private boolean isSo(String condition, UUID run) throws SQLException {
        try (var query = database.prepareStatement(
                "select 1 from musicmuse.retention_run r where r.id = ? and (" + condition + ")")) {
            query.setObject(1, run);
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int tell(UUID run, Set<String> rules) throws SQLException {
        var unknown = new HashSet<>(rules);
        try (var query = database.prepareStatement(
                "select * from musicmuse.retention_rule_run where run_id = ? order by rule_id")) {
            query.setObject(1, run);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    unknown.remove(row.getString("rule_id"));
                    out.println(Line.of(row));
                }
            }
        }
        var state = state(run);
        out.println("run " + run + " " + state);
        if (!unknown.isEmpty() && !state.startsWith("REFUSED")) {
            out.println("There is no rule " + String.join(", ", unknown) + ": see status");
            return RetentionCommand.NO_ANSWER;
        }
        return state.equals("DONE") ? RetentionCommand.DONE : RetentionCommand.TROUBLE;
    }

    /** With the reason, where there is one. */
    private String state(UUID run) throws SQLException {
        try (var query = database.prepareStatement(
                "select trim(state || ' ' || note) as state from musicmuse.retention_run where id = ?")) {
            query.setObject(1, run);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString("state");
            }
        }
    }
}
