package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.batch.retention.AbandonedSessionSchedule;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
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
        assertThat(transactionsOfLastStep()).isGreaterThanOrEqualTo(3);

        assertThat(run()).as("a second run, with nothing to do").isEqualTo(BatchStatus.COMPLETED);
        assertThat(sessionsOf(learner)).isEqualTo(2);
    }

    @Test
    void the_job_repository_is_in_its_own_schema() {
        var repository = "select count(*) from information_schema.tables where table_schema = ? and table_name in"
                + " ('job_instance', 'job_execution', 'step_execution',"
                + " 'jobinstancedata', 'executioninstancedata', 'stepexecutioninstancedata')";
        assertThat(accounts.number(repository, "musicmuse_batch")).isEqualTo(3);
        assertThat(accounts.number(repository, "musicmuse")).isZero();
        assertThat(accounts.number(repository, "public")).isZero();
    }

    /** The servers' repositories call their tables differently; in each the first column counts the steps. */
    private long transactionsOfLastStep() {
        var columns = "from information_schema.columns where table_schema = 'musicmuse_batch'";
        var table = accounts.text("select table_name " + columns + " and column_name = 'commitcount'");
        var number =
                accounts.text("select column_name " + columns + " and table_name = ? and ordinal_position = 1", table);
        return accounts.number(
                "select commitcount from musicmuse_batch." + table + " order by " + number + " desc limit 1");
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
}
