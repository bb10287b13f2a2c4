package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.batch.retention.AbandonedSessionSchedule;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The server of these tests deletes ten sessions in a transaction: 25 take three. The run that follows the start may come
 * in between at any time.
 */
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
        assertThat(run()).as("a run, perhaps with nothing to do").isEqualTo(BatchStatus.COMPLETED);
        var learner = accounts.create();
        abandon(learner, 25);
        var young = accounts.session(learner, 23, false);
        var completed = accounts.session(learner, 1_000, true);

        long transactions = transactions();

        assertThat(run()).isEqualTo(BatchStatus.COMPLETED);

        assertThat(sessionsOf(learner)).isEqualTo(2);
        for (var kept : new Object[] {young, completed}) {
            assertThat(accounts.number("select count(*) from musicmuse.practice_session where id = ?", kept))
                    .isEqualTo(1);
        }
        assertThat(transactions() - transactions).isGreaterThanOrEqualTo(3);

        assertThat(run()).as("a second run, with nothing to do").isEqualTo(BatchStatus.COMPLETED);
        assertThat(sessionsOf(learner)).isEqualTo(2);
    }

    @Test
    void runs_at_the_same_time_are_all_right() throws Exception {
        var learner = accounts.create();
        abandon(learner, 500);
        var completed = accounts.session(learner, 1_000, true);

        var runs = List.of(schedule.run(), schedule.run(), schedule.run());

        for (long run : runs) {
            assertThat(end(run)).isEqualTo(BatchStatus.COMPLETED);
        }
        assertThat(sessionsOf(learner)).isEqualTo(1);
        assertThat(accounts.number("select count(*) from musicmuse.practice_session where id = ?", completed))
                .isEqualTo(1);
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

    /** Of all runs so far; the servers' repositories call their tables differently. */
    private long transactions() {
        var table = accounts.text("select table_name from information_schema.columns"
                + " where table_schema = 'musicmuse_batch' and column_name = 'commitcount'");
        return accounts.number("select sum(commitcount) from musicmuse_batch." + table);
    }

    private BatchStatus run() throws InterruptedException {
        return end(schedule.run());
    }

    private BatchStatus end(long execution) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!OVER.contains(schedule.status(execution)) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        return schedule.status(execution);
    }

    private void abandon(AccountId account, int sessions) {
        for (int i = 0; i < sessions; i++) {
            accounts.session(account, 25 + i, false);
        }
    }

    private long sessionsOf(AccountId account) {
        return accounts.number("select count(*) from musicmuse.practice_session where account_id = ?", account.value());
    }
}
