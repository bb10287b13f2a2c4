package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.inserver.inside.RetentionRuns;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server of these tests deletes ten rows in a transaction. The run that follows the start may come in between. */
class RetentionIT extends Deployed {

    @Inject
    private RetentionRuns runs;

    @Inject
    private TestAccounts accounts;

    @Test
    @Tag("R42")
    @Tag("ASVS-14.2.7")
    @Tag("ASVS-14.2.4")
    void what_is_due_goes_and_everything_else_stays() {
        var learner = accounts.create();
        abandon(learner, 25);
        var young = accounts.session(learner, 23, false);
        var completed = accounts.session(learner, 1_000, true);

        var run = runs.purge("abandoned-take-24h");

        assertThat(runs.state(run)).isEqualTo("DONE");
        assertThat(sessionsOf(learner)).isEqualTo(2);
        for (var kept : new Object[] {young, completed}) {
            assertThat(accounts.number("select count(*) from musicmuse.practice_session where id = ?", kept))
                    .isEqualTo(1);
        }
        assertThat(runs.evidence(run))
                .as("as many rows as went")
                .isEqualTo(runs.removed(run))
                .isGreaterThanOrEqualTo(25);
        assertThat(runs.transactions(run)).as("of ten rows").isGreaterThanOrEqualTo(3);

        var second = runs.purge("abandoned-take-24h");
        assertThat(runs.removed(second)).as("what a second run finds").isZero();
        assertThat(sessionsOf(learner)).isEqualTo(2);
    }

    @Test
    @Tag("R42")
    void a_dry_run_counts_and_deletes_nothing() {
        var learner = accounts.create();
        abandon(learner, 12);

        var run = runs.dry("abandoned-take-24h");

        assertThat(runs.state(run)).isEqualTo("DONE");
        assertThat(runs.due(run)).isGreaterThanOrEqualTo(12);
        assertThat(runs.evidence(run)).isZero();
        assertThat(sessionsOf(learner)).isEqualTo(12);
        runs.purge("abandoned-take-24h");
    }

    @Test
    void runs_that_are_asked_for_at_the_same_time_come_one_after_the_other() {
        var learner = accounts.create();
        abandon(learner, 60);
        var first = runs.ask("PURGE", "abandoned-take-24h");
        var second = runs.ask("PURGE", "abandoned-take-24h");

        runs.awaitEnd(first);
        runs.awaitEnd(second);

        assertThat(sessionsOf(learner)).isZero();
        assertThat(runs.removed(first) + runs.removed(second)).isGreaterThanOrEqualTo(60);
    }

    @Test
    @Tag("R42")
    void every_report_is_signed_and_says_what_went() {
        abandon(accounts.create(), 3);
        var run = runs.purge("abandoned-take-24h");

        assertThat(runs.signatureHolds(run)).isTrue();
        assertThat(runs.report(run)).contains("\"rule\":\"abandoned-take-24h\"", "\"removed\":");
        assertThat(runs.signatureHoldsFor(run, runs.report(run).replace("DONE", "GONE")))
                .as("of another text")
                .isFalse();
    }

    @Test
    void the_job_repository_is_in_its_own_schema() {
        var repository = "select count(*) from information_schema.tables where table_schema = ? and table_name in"
                + " ('job_instance', 'job_execution', 'step_execution',"
                + " 'jobinstancedata', 'executioninstancedata', 'stepexecutioninstancedata')";
        runs.purge("abandoned-take-24h"); // Payara makes them for the first job
        assertThat(accounts.number(repository, "musicmuse_batch")).isEqualTo(3);
        assertThat(accounts.number(repository, "musicmuse")).isZero();
        assertThat(accounts.number(repository, "public")).isZero();
    }

    private void abandon(AccountId account, int sessions) {
        for (int i = 0; i < sessions; i++) {
            accounts.session(account, 25 + i, false);
        }
    }

    private long sessionsOf(AccountId account) {
        UUID id = account.value();
        return accounts.number("select count(*) from musicmuse.practice_session where account_id = ?", id);
    }
}
