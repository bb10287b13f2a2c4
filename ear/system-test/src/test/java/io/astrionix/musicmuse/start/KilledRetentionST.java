package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.practice.JobRepository;
import io.astrionix.musicmuse.system.retention.RetentionRunsFromOutside;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed at named points of a retention run, and at any others, each time with the same end: everything due
 * gone, everything else untouched, each row proved once (P7). Every other time the batch repository is lost too (P8). Two hundred random kills
 * on a million rows with {@code -Pbench}, which takes hours.
 */
@Tag("start")
class KilledRetentionST {

    private static final int ROWS = Integer.getInteger("musicmuse.kill.rows", 50_000);
    private static final int RANDOM_KILLS = Integer.getInteger("musicmuse.kills", 10);
    private static final int CHUNK = 1_000; // the default of MUSICMUSE_RETENTION_CHUNK
    private static final int LONGEST_WAIT_MILLIS = 9_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String COMMIT_WAITS = "select pg_advisory_xact_lock(4711)";
    private static final String DUE = "recipient = 'due@killed.test'";

    /** Where the server is when it is killed: it waits for a lock that the test holds. */
    private enum Point {
        CLAIMING("select pg_advisory_xact_lock(hashtext('musicmuse retention'))"),
        PLANNING("lock table musicmuse.retention_rule_run in exclusive mode"),
        MAKING_RANGES("lock table musicmuse.retention_range in exclusive mode"),
        FIRST_ROW(row(0)),
        IN_THE_FIRST_CHUNK(row(CHUNK / 2)),
        BETWEEN_CHUNKS(row(CHUNK)),
        IN_THE_FIRST_RANGE(row(ROWS / 4)),
        SECOND_RANGE(row(ROWS / 2)),
        LAST_CHUNK(row(ROWS - CHUNK / 5)),
        LAST_ROW(row(ROWS - 1)),
        EVIDENCE("lock table musicmuse.retention_evidence in exclusive mode"),
        IN_THE_COMMIT(COMMIT_WAITS),
        VERIFYING("select 1 from musicmuse.retention_rule_run for update"),
        SEALING("select 1 from musicmuse.retention_run for update"),
        IN_THE_LAST_COMMIT(COMMIT_WAITS);

        private final String lock;

        Point(String lock) {
            this.lock = lock;
        }

        /** These are taken while the run waits in its last row. */
        boolean comesAfterTheRows() {
            return this == VERIFYING || this == SEALING;
        }

        /** What commits while the test holds its lock waits inside the commit, by a trigger that comes last. */
        Optional<String> trigger() {
            return switch (this) {
                case IN_THE_COMMIT -> Optional.of("after delete on musicmuse.outbox_mail");
                case IN_THE_LAST_COMMIT -> Optional.of("after update of ended_at on musicmuse.retention_run");
                default -> Optional.empty();
            };
        }

        private static String row(int position) {
            return "select 1 from musicmuse.outbox_mail where id = (select id from musicmuse.outbox_mail where " + DUE
                    + " order by queued_at, id offset " + position + " limit 1) for update";
        }
    }

    private final List<String> wrong = new ArrayList<>();
    private RunningMusicMuse musicMuse;
    private RetentionRunsFromOutside runs;
    private int kills;
    private long provedBefore;

    @Test
    @Tag("R42")
    void ends_the_same_wherever_it_is_killed() throws SQLException {
        var folder = TestPaths.target().resolve("killed-retention");
        try (var started = RunningMusicMuse.start(TestPaths.serverHome(), TestPaths.ear(), folder, Map.of())) {
            musicMuse = started;
            runs = new RetentionRunsFromOutside(started.database());
            for (var point : Point.values()) {
                killAt(point);
            }
            var random = new Random(20_261_127);
            for (int i = 0; i < RANDOM_KILLS; i++) {
                killAfter(random.nextInt(LONGEST_WAIT_MILLIS));
            }
        }
        Figures.keep("retention-kills", kills, "kills", "= " + (Point.values().length + RANDOM_KILLS));
        Figures.keep("retention-kills-wrong-end", wrong.size(), "of them", "= 0");
        assertThat(wrong).isEmpty();
    }

    private void killAt(Point point) throws SQLException {
        plant();
        var others = others();
        if (point.trigger().isPresent()) {
            waitInCommit(point.trigger().get());
        }
        UUID run;
        try (var lock = musicMuse.database().connect()) {
            lock.setAutoCommit(false);
            if (point.comesAfterTheRows()) {
                run = lockLater(point, lock);
            } else {
                lock(lock, point.lock);
                run = runs.ask("outbox-30d");
            }
            awaitWaiter(point);
            musicMuse.killServer();
        }
        runs.update("drop function if exists musicmuse.test_wait_in_commit() cascade");
        check(point.name(), run, others);
    }

    private void waitInCommit(String event) throws SQLException {
        runs.update("create function musicmuse.test_wait_in_commit() returns trigger language plpgsql as"
                + " 'begin perform pg_advisory_xact_lock_shared(4711); return null; end'");
        runs.update("create constraint trigger test_wait_in_commit " + event
                + " deferrable initially deferred for each row execute function musicmuse.test_wait_in_commit()");
    }

    private UUID lockLater(Point point, Connection lock) throws SQLException {
        try (var rows = musicMuse.database().connect()) {
            rows.setAutoCommit(false);
            lock(rows, Point.LAST_ROW.lock);
            var run = runs.ask("outbox-30d");
            awaitWaiter(point);
            lock(lock, point.lock);
            return run;
        }
    }

    private void killAfter(int millis) throws SQLException {
        plant();
        var others = others();
        var run = runs.ask("outbox-30d");
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        musicMuse.killServer();
        check("after " + millis + " ms", run, others);
    }

    private void check(String where, UUID run, String others) throws SQLException {
        kills++;
        if (kills % 2 == 0) {
            new JobRepository(musicMuse.applicationDatabase()).wipe();
        }
        var killed = runs.text("select clock_timestamp()::text");
        musicMuse.restartServer();
        runs.awaitEnd(run);
        awaitRunOfTheStart(killed);
        var state = runs.text("select state from musicmuse.retention_run where id = ?", run);
        long proved = proved() - provedBefore;
        long left = runs.number("select count(*) from musicmuse.outbox_mail where " + DUE);
        if (!state.equals("DONE") || proved != ROWS || left != 0 || !others.equals(others())) {
            wrong.add(where + ": " + state + ", proved " + proved + ", left " + left + ", others "
                    + (others.equals(others()) ? "untouched" : "changed"));
        }
    }

    /** It would take what the next kill plants before that is locked. */
    private void awaitRunOfTheStart(String since) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (runs.number("select count(*) filter (where asked_by = 'schedule' and ended_at > '" + since
                                + "') - 1000 * count(*) filter (where ended_at is null) from musicmuse.retention_run")
                        <= 0
                && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** The table is small beside what is due: somebody has said yes to so many before. */
    private void approveInAdvance() throws SQLException {
        runs.update("insert into musicmuse.retention_run (id, kind, asked_by, rules, state, started_at, ended_at)"
                + " values (gen_random_uuid(), 'PURGE', 'test', 'outbox-30d', 'EXCEPTIONS', now(), now())");
        runs.update("insert into musicmuse.retention_rule_run (run_id, rule_id, state, total, due, held, approved_at)"
                + " select id, 'outbox-30d', 'STOPPED', 0, " + ROWS + ", 0, now() from musicmuse.retention_run"
                + " where asked_by = 'test' and state = 'EXCEPTIONS' order by requested_at desc limit 1");
    }

    private void plant() throws SQLException {
        plant("due@killed.test", ROWS, "31 days");
        plant("young@killed.test", 1_000, "29 days");
        provedBefore = proved();
        approveInAdvance();
    }

    private void plant(String recipient, int rows, String age) throws SQLException {
        runs.update("insert into musicmuse.outbox_mail (id, mail_key, template, recipient, language, template_values,"
                + " state, next_try_at, queued_at, sent_at) select gen_random_uuid(), 'killed-' || gen_random_uuid(),"
                + " 'VERIFY_EMAIL', '" + recipient + "', 'en', '', 'SENT', now(), t, t from (select now() - interval '"
                + age + "' - n * interval '10 milliseconds' as t from generate_series(1, " + rows + ") n) planted");
    }

    /** By all runs: the one that follows a start may come before the one that was asked for. */
    private long proved() throws SQLException {
        return runs.number(
                "select coalesce(sum(removed), 0) from musicmuse.retention_evidence where rule_id = 'outbox-30d'");
    }

    private String others() throws SQLException {
        return runs.text("select count(*) || md5(string_agg(m::text, '|' order by id)) from musicmuse.outbox_mail m"
                + " where recipient = 'young@killed.test'");
    }

    private void awaitWaiter(Point point) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (runs.number("select count(*) from pg_locks where not granted") == 0) {
            assertThat(System.nanoTime()).as("nobody came to " + point).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void lock(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
