package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.batch.retention.AbandonedSessionSchedule;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server of these tests deletes ten sessions in a transaction: 25 take three. */
class AbandonedSessionPurgeIT extends Deployed {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<BatchStatus> OVER =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

    @Inject
    private AbandonedSessionSchedule schedule;

    @Inject
    private TestAccounts accounts;

    @Test
    @Tag("R42")
    @Tag("ASVS-14.2.7")
    @Tag("ASVS-14.2.4")
    void old_open_sessions_go_and_all_others_stay() throws Exception {
        var learner = accounts.create();
        for (int i = 0; i < 25; i++) {
            accounts.session(learner, 25 + i, false);
        }
        var young = accounts.session(learner, 23, false);
        var completed = accounts.session(learner, 1_000, true);

        assertThat(run()).isEqualTo(BatchStatus.COMPLETED);

        assertThat(sessionsOf(learner)).isEqualTo(2);
        for (var kept : new Object[] {young, completed}) {
            assertThat(accounts.number("select count(*) from musicmuse.practice_session where id = ?", kept))
                    .isEqualTo(1);
        }
        assertThat(accounts.number(
                        "select commitcount from musicmuse_batch.step_execution order by stepexecutionid desc limit 1"))
                .as("transactions of the last run")
                .isGreaterThanOrEqualTo(3);

        assertThat(run()).as("a second run, with nothing to do").isEqualTo(BatchStatus.COMPLETED);
        assertThat(sessionsOf(learner)).isEqualTo(2);
    }

    @Test
    void the_job_repository_is_in_its_own_schema() {
        assertThat(tables("musicmuse_batch", "job_instance")).isEqualTo(1);
        assertThat(tables("musicmuse_batch", "job_execution")).isEqualTo(1);
        assertThat(tables("musicmuse", "job_instance")).isZero();
        assertThat(tables("public", "job_instance")).isZero();
    }

    private BatchStatus run() throws InterruptedException {
        long execution = schedule.run();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!OVER.contains(schedule.status(execution)) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        return schedule.status(execution);
    }

    private long sessionsOf(AccountId account) {
        return accounts.number("select count(*) from musicmuse.practice_session where account_id = ?", account.value());
    }

    private long tables(String schema, String name) {
        return accounts.number(
                "select count(*) from information_schema.tables where table_schema = ? and table_name = ?",
                schema,
                name);
    }
}
