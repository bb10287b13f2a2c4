package io.astrionix.musicmuse.system.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.figures.Figures;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How fast the retention engine deletes, against nothing but DELETE in the same chunks, on the same rows, in the same
 * minutes (P9). Tens of thousands of rows here, a million with {@code -Pbench}.
 */
@SystemTest
class RetentionThroughputST {

    private static final int ROWS = Integer.getInteger("musicmuse.retention.rows", 60_000);
    private static final int CHUNK = 1_000; // the default of MUSICMUSE_RETENTION_CHUNK
    private static final String PLANTED = "recipient = 'retention@throughput.test'";

    private final RunningMusicMuse musicMuse;
    private final RetentionRunsFromOutside runs;

    RetentionThroughputST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.runs = new RetentionRunsFromOutside(musicMuse.database());
    }

    @AfterEach
    void leaveNothing() throws SQLException {
        runs.update("delete from musicmuse.outbox_mail where " + PLANTED);
    }

    @Test
    @Tag("R42")
    void deletes_more_than_half_as_fast_as_delete_alone() throws SQLException {
        runs.await(
                "the run of the start, which would take what is approved here",
                "select count(*) from musicmuse.retention_run where asked_by = 'schedule' and ended_at is not null");
        plant();
        double alone = deleteAlone();
        plant();
        var run = runs.ask("outbox-30d");
        runs.awaitEnd(run);
        assertThat(runs.text("select stop_reason from musicmuse.retention_rule_run where run_id = ?", run))
                .as("of so many rows at once")
                .isEqualTo("SHARE");
        runs.update("update musicmuse.retention_rule_run set approved_at = now() where run_id = '" + run + "'");

        var approved = runs.ask("outbox-30d");
        runs.awaitEnd(approved);

        double engine = ROWS / seconds(approved);
        Figures.keep("retention-rows-per-second", engine, "rows/s", ">= 10000");
        Figures.keep("retention-delete-alone", alone, "rows/s", "-");
        Figures.keep("retention-throughput", 100 * engine / alone, "% of DELETE alone", ">= 60");
        assertThat(runs.number("select sum(removed) from musicmuse.retention_evidence where run_id = ?", approved))
                .isGreaterThanOrEqualTo(ROWS);
        assertThat(runs.number("select max(removed) from musicmuse.retention_evidence where run_id = ?", approved))
                .as("rows in a transaction")
                .isLessThanOrEqualTo(CHUNK);
        assertThat(runs.number("select count(*) from musicmuse.retention_range where run_id = ?", approved))
                .as("threads' ranges")
                .isGreaterThan(1);
        assertThat(runs.number("select count(*) from musicmuse.outbox_mail where " + PLANTED))
                .isZero();
    }

    private void plant() throws SQLException {
        runs.update("insert into musicmuse.outbox_mail (id, mail_key, template, recipient, language, template_values,"
                + " state, next_try_at, queued_at, sent_at) select gen_random_uuid(), 'throughput-' || gen_random_uuid(),"
                + " 'VERIFY_EMAIL', 'retention@throughput.test', 'en', '', 'SENT', now(), t, t from (select now() -"
                + " interval '31 days' - n * interval '1 second' as t from generate_series(1, " + ROWS + ") n) due");
        runs.update("analyze musicmuse.outbox_mail");
    }

    /** @return rows in a second */
    private double deleteAlone() throws SQLException {
        try (var connection = musicMuse.database().connect()) {
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            int deleted = 1;
            while (deleted > 0) {
                deleted = deleteChunk(connection);
                connection.commit();
            }
            return ROWS / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static int deleteChunk(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate("delete from musicmuse.outbox_mail where id in (select id from"
                    + " musicmuse.outbox_mail where queued_at < now() - interval '30 days' order by queued_at, id limit "
                    + CHUNK + ")");
        }
    }

    /** From the first transaction that deleted to the last. */
    private double seconds(UUID run) throws SQLException {
        return runs.number(
                        "select (extract(epoch from max(removed_at) - min(removed_at)) * 1000)::bigint"
                                + " from musicmuse.retention_evidence where run_id = ?",
                        run)
                / 1000.0;
    }
}
