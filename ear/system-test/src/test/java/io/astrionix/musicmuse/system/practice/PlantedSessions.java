package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.server.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Sessions of somebody who began and gave up thousands of times, and a few that are none of the purge's affair. */
final class PlantedSessions {

    private static final String ABANDONED = "completed_at is null and started_at < now() - interval '24 hours'";

    private final DatabaseAccess database;
    private final UUID account = UUID.randomUUID();

    PlantedSessions(DatabaseAccess database) {
        this.database = database;
    }

    /** Beside the abandoned sessions one younger than the period for each hour of a day, and old finished ones. */
    void plant(int abandoned) throws SQLException {
        update("insert into musicmuse.account (id, version, email, display_name, password_hash, created_at)"
                + " values ('" + account + "', 1, '" + account + "@test.musicmuse.test', 'Test', 'no hash', now())");
        plant(abandoned, "interval '25 hours' + n * interval '1 minute'", "null::timestamptz");
        plant(23, "n * interval '1 hour'", "null::timestamptz");
        plant(100, "n * interval '1 day'", "now()");
        update("insert into musicmuse.note_verdict (session_id, position, note_index, verdict)"
                + " select id, 0, 0, 'CORRECT' from musicmuse.practice_session"
                + " where account_id = '" + account + "' and completed_at is not null");
    }

    private void plant(int number, String age, String completed) throws SQLException {
        update("insert into musicmuse.practice_session (id, version, account_id, exercise_id, instrument_id,"
                + " musical_key, octave, tempo_bpm, strictness, calibrated, started_at, completed_at)"
                + " select gen_random_uuid(), 1, '" + account + "', 'tune-twinkle', 'violin', 'C', 0, 80, 'beginner',"
                + " false, now() - (" + age + "), " + completed + " from generate_series(1, " + number + ") n");
    }

    int abandoned() throws SQLException {
        return Integer.parseInt(text("select count(*) from musicmuse.practice_session where " + ABANDONED));
    }

    /** All other sessions that there were when these were planted, whoever's they are, with their verdicts. */
    String others() throws SQLException {
        var others = " from musicmuse.practice_session s where not (" + ABANDONED + ") and started_at <="
                + " (select created_at from musicmuse.account where id = '" + account + "')";
        return text("select (select count(*) || md5(string_agg(s::text, '|' order by id))" + others + ")"
                + " || (select count(*) || md5(string_agg(v::text, '|' order by session_id, position))"
                + " from musicmuse.note_verdict v where session_id in (select id" + others + "))");
    }

    /** @param position among the abandoned sessions in the order of the purge, from 0 */
    SessionLock lockAbandoned(int position) throws SQLException {
        var id = text("select id from musicmuse.practice_session where " + ABANDONED
                + " order by started_at, id limit 1 offset " + position);
        return new SessionLock(database.connect(), id);
    }

    /** How many runs of the retention engine have not ended. */
    int unendedRuns() throws SQLException {
        return Integer.parseInt(text("select count(*) from musicmuse.retention_run where ended_at is null"));
    }

    /** How many sessions all runs together have proved to have deleted. */
    int proved() throws SQLException {
        return Integer.parseInt(text("select coalesce(sum(removed), 0) from musicmuse.retention_evidence"
                + " where rule_id = 'abandoned-take-24h'"));
    }

    void remove() throws SQLException {
        update("delete from musicmuse.account where id = '" + account + "'");
    }

    private String text(String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private void update(String command) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }

    /** Holds a session until it is closed. */
    static final class SessionLock implements AutoCloseable {

        private final Connection holder;

        private SessionLock(Connection holder, String session) throws SQLException {
            this.holder = holder;
            holder.setAutoCommit(false);
            try (var statement = holder.createStatement()) {
                statement.execute("select 1 from musicmuse.practice_session where id = '" + session + "' for update");
            }
        }

        boolean isWaitedFor() throws SQLException {
            try (var statement = holder.createStatement();
                    var row = statement.executeQuery("select exists (select 1 from pg_locks where not granted"
                            + " and pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
                row.next();
                return row.getBoolean(1);
            }
        }

        @Override
        public void close() throws SQLException {
            holder.close();
        }
    }
}
