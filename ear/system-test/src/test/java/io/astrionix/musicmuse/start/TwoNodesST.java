package io.astrionix.musicmuse.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.retention.RetentionRunsFromOutside;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Two servers on one database (P15): they share the runs, and when one is thought dead and is not, both do the same run and
 * still each row is proved once. The one that is thought dead is stopped as a long pause of its machine would.
 */
@Tag("start")
class TwoNodesST {

    private static final int ROWS = 3_000;
    private static final int RUNS = 6;

    private RunningMusicMuse first;
    private RunningMusicMuse second;
    private RetentionRunsFromOutside runs;
    private int survived;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Tag("R42")
    void two_nodes_prove_each_row_once() throws Exception {
        var folder = TestPaths.target().resolve("two-nodes");
        var settings = new HashMap<String, String>();
        settings.put("MUSICMUSE_RETENTION_CHUNK", "100");
        try (var one = RunningMusicMuse.start(TestPaths.serverHome(), TestPaths.ear(), folder, settings)) {
            first = one;
            runs = new RetentionRunsFromOutside(one.database());
            settings.put("MUSICMUSE_DB_URL", one.applicationDatabase().jdbcUrl());
            settings.put("MUSICMUSE_DB_USER", one.applicationDatabase().user());
            settings.put("MUSICMUSE_DB_PASSWORD", one.applicationDatabase().password());
            settings.put("MUSICMUSE_DB_OWNER_USER", one.database().user());
            settings.put("MUSICMUSE_DB_OWNER_PASSWORD", one.database().password());
            settings.put("MUSICMUSE_KEYS_FILE", folder.resolve("keys").toString());
            Path other = TestPaths.target().resolve("two-nodes-second");
            try (var two = RunningMusicMuse.start(TestPaths.serverHome(), TestPaths.ear(), other, settings)) {
                second = two;
                atOnce();
                survived++;
                aLeaseIsStolen();
                survived++;
            }
        } finally {
            Figures.keep("faults-survived-nodes", survived, "of 2", "= 2");
        }
    }

    private void atOnce() throws SQLException {
        var takes = new PlantedTakes(runs, ROWS);
        var asked = new ArrayList<UUID>();
        for (int i = 0; i < RUNS; i++) {
            asked.add(runs.ask(PlantedTakes.RULE));
        }
        for (var run : asked) {
            assertThat(runs.endOf(run)).isEqualTo("DONE");
            assertThat(starts(run)).as("one server does it").isEqualTo(1);
        }
        takes.assertAllOver();
    }

    /** The first works and is stopped in the middle of a chunk; the second takes its run, then the first wakes up. */
    private void aLeaseIsStolen() throws Exception {
        var takes = new PlantedTakes(runs, ROWS);
        UUID run;
        signal("STOP", second);
        try (var lock = first.database().connect()) {
            lock.setAutoCommit(false);
            execute(lock, takes.lockOfMiddle());
            run = runs.ask(PlantedTakes.RULE);
            runs.await("nobody began", "select count(*) from pg_locks where not granted");
            signal("STOP", first);
            lock.rollback();
        } finally {
            signal("CONT", second);
        }
        try {
            runs.await("not stolen", "select starts - 1 from musicmuse.retention_run where id = '" + run + "'");
            runs.await("not at the same rows", "select count(*) from pg_locks where not granted");
            takes.assertProofIsExact();
        } finally {
            signal("CONT", first);
        }

        assertThat(runs.endOf(run)).isEqualTo("DONE");
        takes.assertAllOver();
        assertThat(runs.number("select sum(removed) from musicmuse.retention_rule_run where run_id = ?", run))
                .as("in the report")
                .isEqualTo(runs.number("select sum(removed) from musicmuse.retention_evidence where run_id = ?", run));
        assertThat(runs.endOf(runs.ask(PlantedTakes.RULE))).as("afterwards").isEqualTo("DONE");
    }

    /** Between the moments at which servers look for runs, so that none is stopped while it holds the lock of all claims. */
    private static void signal(String name, RunningMusicMuse node) throws IOException, InterruptedException {
        while (name.equals("STOP") && System.currentTimeMillis() / 1000 % 5 != 2) {
            Thread.sleep(50);
        }
        var process = new ProcessBuilder(
                "kill", "-" + name, Long.toString(node.serverProcess().pid()));
        assertThat(process.inheritIO().start().waitFor()).isZero();
    }

    private long starts(UUID run) throws SQLException {
        return runs.number("select starts from musicmuse.retention_run where id = ?", run);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
