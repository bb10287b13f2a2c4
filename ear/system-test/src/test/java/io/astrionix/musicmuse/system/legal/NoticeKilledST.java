package io.astrionix.musicmuse.system.legal;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.figures.Figures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everybody is told of a version while the server is killed in the middle of a chunk, again and again: each gets exactly
 * one mail. {@code -Pbench} tells ten thousand and kills five times.
 */
@SystemTest
class NoticeKilledST {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    private static final int PEOPLE = Integer.getInteger("musicmuse.notice.people");
    private static final int KILLS = Integer.getInteger("musicmuse.notice.kills");
    private static final String PLANTED = "email like 'notice-%@musicmuse.test'";

    private final RunningMusicMuse musicMuse;

    NoticeKilledST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @AfterEach
    void forget() throws SQLException {
        if (!musicMuse.serverProcess().isAlive()) {
            musicMuse.restartServer();
        }
        update("update musicmuse.legal_version set published_at = null, effective_on = null, material = false,"
                + " told_at = null");
        update("delete from musicmuse.outbox_mail where mail_key like 'policy-%'");
        update("delete from musicmuse.legal_receipt");
        update("delete from musicmuse.account where " + PLANTED);
    }

    @Test
    @Tag("R78")
    @Tag("R82")
    void everybody_is_told_once_however_often_the_server_dies() throws Exception {
        update("insert into musicmuse.account (id, version, email, display_name, password_hash, created_at)"
                + " select gen_random_uuid(), 1, 'notice-' || n || '@musicmuse.test', 'Kim', 'none',"
                + " now() - interval '1 day' from generate_series(1, " + PEOPLE + ") n");
        update("update musicmuse.legal_version set published_at = now(), effective_on = current_date + 30,"
                + " material = true where document = 'TERMS'");
        for (int kill = 1; kill <= KILLS; kill++) {
            killAt(PEOPLE * kill / (KILLS + 1));
        }
        await(() -> number("select count(*) from musicmuse.legal_version where document = 'TERMS'"
                        + " and told_at is not null")
                == 1);

        long once = number("select count(*) from (select account_id from musicmuse.outbox_mail"
                + " where template = 'LEGAL_CHANGED' and account_id in (select id from musicmuse.account where "
                + PLANTED + ") group by account_id having count(*) = 1) told");
        long mails = number("select count(*) from musicmuse.outbox_mail where template = 'LEGAL_CHANGED'");
        Figures.keep("policy-notice-told-once", (double) once, "of " + PEOPLE + " people", "= " + PEOPLE + " (P14)");
        Figures.keep("policy-notice-kills", KILLS, "kills", "-");
        assertThat(once).isEqualTo(PEOPLE);
        assertThat(mails)
                .isEqualTo(number("select count(*) from musicmuse.legal_receipt where told_at is not null"))
                .isEqualTo(number("select count(*) from musicmuse.account where status <> 'UNVERIFIED' and created_at <"
                        + " (select published_at from musicmuse.legal_version where document = 'TERMS')"));
    }

    /** Keeps the job from writing one mail until the server is dead. */
    private void killAt(int position) throws Exception {
        try (var holder = musicMuse.database().connect()) {
            holder.setAutoCommit(false);
            try (var statement = holder.createStatement()) {
                statement.execute("insert into musicmuse.outbox_mail (id, mail_key, template, recipient, language,"
                        + " template_values, next_try_at, queued_at) select gen_random_uuid(), 'policy-terms-1-' || id,"
                        + " 'LEGAL_CHANGED', email, 'en', '{}', now(), now() from musicmuse.account where " + PLANTED
                        + " order by id limit 1 offset " + position);
            }
            await(() -> isWaitedFor(holder));
            musicMuse.killServer();
        }
        assertThat(number("select count(*) from musicmuse.legal_version where document = 'TERMS' and told_at is null"))
                .isEqualTo(1);
        musicMuse.restartServer();
    }

    private static boolean isWaitedFor(Connection holder) throws SQLException {
        try (var statement = holder.createStatement();
                var row = statement.executeQuery("select exists (select 1 from pg_locks where not granted"
                        + " and pg_backend_pid() = any(pg_blocking_pids(pid)))")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private long number(String query) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void update(String command) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
