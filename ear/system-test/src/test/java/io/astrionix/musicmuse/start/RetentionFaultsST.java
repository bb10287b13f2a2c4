package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.retention.RetentionRunsFromOutside;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Faults of the database that the retention engine survives (P15): a full disk, a restart in the middle of a run, a row
 * that it does not let go. The disk is not really full, as that would need a file system of its own: a trigger refuses to
 * grow the table of evidence as PostgreSQL does then, with the state 53100.
 */
@Tag("start")
class RetentionFaultsST {

    private static final int ROWS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String CONSOLE = "admin/retention.xhtml";

    private RunningMusicMuse musicMuse;
    private RetentionRunsFromOutside runs;
    private int survived;

    @Test
    @Tag("R42")
    @Tag("R71")
    void faults_of_the_database_delete_nothing_wrong_and_leave_nothing_behind() throws SQLException {
        var folder = TestPaths.target().resolve("retention-faults");
        var settings = Map.of("MUSICMUSE_RETENTION_CHUNK", "100");
        try (var started = RunningMusicMuse.start(TestPaths.serverHome(), TestPaths.ear(), folder, settings)) {
            musicMuse = started;
            runs = new RetentionRunsFromOutside(started.database());
            refuseNoMore("musicmuse.practice_session");
            refuseNoMore("musicmuse.retention_evidence");
            aRowThatTheDatabaseDoesNotLetGo();
            survived++;
            aRestartInTheMiddle();
            survived++;
            aFullDisk();
            survived++;
        } finally {
            Figures.keep("faults-survived-database", survived, "of 3", "= 3");
        }
    }

    private void aRowThatTheDatabaseDoesNotLetGo() throws SQLException {
        var takes = new PlantedTakes(runs, ROWS);
        var poisoned = runs.text("select id::text from musicmuse.practice_session where id = " + takes.middle());
        refuse("before delete on musicmuse.practice_session", "old.id = '" + poisoned + "'", "P0001");

        assertThat(runs.endOf(runs.ask(PlantedTakes.RULE))).isEqualTo("EXCEPTIONS");
        assertThat(takes.left()).as("the others went").isEqualTo(1);
        takes.assertProofIsExact();
        assertThat(console()).contains("The last run left rows behind: " + PlantedTakes.RULE);

        refuseNoMore("musicmuse.practice_session");
        assertThat(runs.endOf(runs.ask(PlantedTakes.RULE))).isEqualTo("DONE");
        takes.assertAllOver();
    }

    private void aRestartInTheMiddle() throws SQLException {
        var takes = new PlantedTakes(runs, ROWS);
        UUID run;
        try (var lock = musicMuse.database().connect();
                var statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute(takes.lockOfMiddle());
            run = runs.ask(PlantedTakes.RULE);
            runs.await("nobody began", "select count(*) from pg_locks where not granted");
            assertThat(takes.proved()).as("in the middle").isPositive();
            musicMuse.stopDatabase();
        }
        awaitReady(false);
        musicMuse.resumeDatabase();
        takes.assertNothingWrong();
        takes.assertProofIsExact();

        assertThat(runs.endOf(run)).isEqualTo("DONE");
        takes.assertAllOver();
        awaitReady(true);
    }

    private void aFullDisk() throws SQLException {
        var takes = new PlantedTakes(runs, ROWS);
        refuse(
                "before insert on musicmuse.retention_evidence",
                "(select count(*) from musicmuse.retention_evidence where run_id = new.run_id) >= 3",
                "53100");

        assertThat(runs.endOf(runs.ask(PlantedTakes.RULE)))
                .as("after five starts")
                .isEqualTo("FAILED");
        takes.assertNothingWrong();
        takes.assertProofIsExact();
        assertThat(takes.left()).as("what nothing could prove stays").isPositive();
        assertThat(console()).contains("A run failed or was refused within the last day");

        refuseNoMore("musicmuse.retention_evidence");
        assertThat(runs.endOf(runs.ask(PlantedTakes.RULE))).isEqualTo("DONE");
        takes.assertAllOver();
    }

    /** From now on the database refuses rows that meet the condition. */
    private void refuse(String event, String condition, String state) throws SQLException {
        runs.update(
                "create or replace function musicmuse.refuse_for_test() returns trigger language plpgsql as $$ begin"
                        + " if " + condition + " then raise exception 'refused by a test' using errcode = '" + state
                        + "'; end if; return " + (event.contains("delete") ? "old" : "new") + "; end $$");
        runs.update("create trigger refuse_for_test " + event
                + " for each row execute function musicmuse.refuse_for_test()");
    }

    private void refuseNoMore(String table) throws SQLException {
        runs.update("drop trigger if exists refuse_for_test on " + table);
    }

    private String console() {
        return Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN"))
                .get(CONSOLE)
                .body();
    }

    /** Who runs the server sees it there. */
    private void awaitReady(boolean ready) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (musicMuse.isReady() != ready) {
            assertThat(System.nanoTime()).as("readiness").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
