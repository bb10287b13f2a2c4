package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.AsPlatformAdmin;
import io.astrionix.musicmuse.inserver.inside.RetentionRuns;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.retention.boundary.RetentionConsole;
import io.astrionix.musicmuse.retention.boundary.RetentionRequestException;
import io.astrionix.musicmuse.retention.boundary.RetentionWatch;
import io.astrionix.musicmuse.retention.boundary.RuleState;
import io.astrionix.musicmuse.retention.boundary.RuleView;
import io.astrionix.musicmuse.retention.boundary.RunKind;
import io.astrionix.musicmuse.retention.boundary.SampleRow;
import io.astrionix.musicmuse.retention.boundary.Trouble;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the IT department decides about the retention engine, and what it is told. */
@Tag("R42")
class RetentionConsoleIT extends Deployed {

    private static final String TAKES = "abandoned-take-24h";
    private static final String MAILS = "outbox-30d";

    @Inject
    private RetentionConsole console;

    @Inject
    private RetentionWatch watch;

    @Inject
    private RetentionRuns runs;

    @Inject
    private TestAccounts accounts;

    @Inject
    private TestSignIns signIns;

    @Inject
    private AsPlatformAdmin admin;

    private UUID signIn;

    @BeforeEach
    void somebody_signs_in() throws Exception {
        signIn = signIns.signIn(signIns.person(Role.PLATFORM_ADMIN), SignInLevel.SECOND_FACTOR);
    }

    @Test
    @Tag("R71")
    @Tag("ASVS-7.5.3")
    void nothing_is_decided_without_a_fresh_credential() {
        signIns.grewStale(signIn);
        var runsBefore = accounts.number("select count(*) from musicmuse.retention_run where asked_by = 'console'");
        List<ThrowingCallable> acts = List.of(
                () -> ask(RunKind.PURGE, TAKES),
                () -> ask(RunKind.DRY, TAKES),
                () -> admin.run(() -> console.pause(TAKES, "test")),
                () -> admin.run(() -> console.resume(TAKES)),
                () -> admin.run(() -> console.approve(TAKES, 1)),
                () -> admin.run(() -> console.tryAgain(TAKES)));
        assertThat(acts).allSatisfy(act -> assertThatThrownBy(act).isInstanceOf(CredentialNotFreshException.class));
        assertThat(accounts.number("select count(*) from musicmuse.retention_run where asked_by = 'console'"))
                .isEqualTo(runsBefore);
        assertThat(accounts.number("select count(*) from musicmuse.retention_pause"))
                .isZero();
    }

    @Test
    @Tag("R71")
    void a_run_that_somebody_asks_for_ends_with_a_report_whose_signature_holds() throws Exception {
        var session = accounts.session(accounts.create(), 30, false);
        var run = ask(RunKind.PURGE, TAKES);
        runs.awaitEnd(run);

        assertThat(isThere(session)).isFalse();
        var view = admin.call(() -> console.run(run)).orElseThrow();
        assertThat(view.rules()).containsExactly(TAKES);
        assertThat(view.removed()).isPositive();
        assertThat(view.askedBy()).isEqualTo("console");
        assertThat(admin.call(() -> console.runs(0, 100))).contains(view);
        assertThat(admin.call(() -> console.report(run)).orElseThrow().valid()).isTrue();
        assertThat(actionsOn(run)).isEqualTo("RETENTION_RUN_ASKED RETENTION_REPORT_READ");

        accounts.update("update musicmuse.retention_run set report = report || ' ' where id = ?", run);
        assertThat(admin.call(() -> console.report(run)).orElseThrow().valid()).isFalse();
        assertThat(admin.call(() -> console.report(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void a_dry_run_shows_how_many_and_which_and_nothing_of_what_is_in_them() throws Exception {
        var session = accounts.session(accounts.create(), 24 * 400, false);
        var run = ask(RunKind.DRY, TAKES);
        runs.awaitEnd(run);

        assertThat(isThere(session)).isTrue();
        var results = admin.call(() -> console.results(run));
        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.due()).isPositive();
            assertThat(result.removed()).isZero();
            assertThat(result.sample()).extracting(SampleRow::key).contains(session.toString());
        });
        runs.purge(TAKES);
    }

    @Test
    void what_waits_already_is_not_asked_for_twice_and_no_rule_is_no_run() throws Exception {
        var first = ask(RunKind.DRY, TAKES);
        var second = ask(RunKind.DRY, TAKES);
        runs.awaitEnd(first);
        runs.awaitEnd(second);
        assertThat(accounts.number("select count(*) from musicmuse.retention_run where id in (?, ?)", first, second))
                .isEqualTo(first.equals(second) ? 1 : 2);
        assertThatThrownBy(() -> ask(RunKind.PURGE, "no-such-rule")).isInstanceOf(RetentionRequestException.class);
    }

    @Test
    @Tag("R71")
    void a_paused_rule_deletes_nothing_until_it_is_resumed_and_raises_the_alarm_after_a_day() throws Exception {
        var session = accounts.session(accounts.create(), 49, false);
        admin.run(() -> console.pause(TAKES, "exam week"));
        try {
            assertThatThrownBy(() -> admin.run(() -> console.pause(TAKES, "again")))
                    .isInstanceOf(RetentionRequestException.class);
            runs.purge(TAKES);
            assertThat(isThere(session)).isTrue();
            assertThat(rule(TAKES)).satisfies(rule -> {
                assertThat(rule.state()).isEqualTo(RuleState.PAUSED);
                assertThat(rule.reason()).isEqualTo("exam week");
                assertThat(rule.due()).isPositive();
                assertThat(rule.nextRun()).isNull();
            });
            assertThat(troubles()).contains("OVERDUE " + TAKES);
        } finally {
            admin.run(() -> console.resume(TAKES));
        }
        runs.purge(TAKES);
        assertThat(isThere(session)).isFalse();
        assertThat(rule(TAKES).state()).isEqualTo(RuleState.DONE);
        assertThat(rule(TAKES).nextRun()).isNotNull();
        assertThat(troubles()).doesNotContain("OVERDUE " + TAKES);
        assertThat(actionsOn(TAKES)).contains("RETENTION_PAUSED RETENTION_RESUMED");
    }

    @Test
    @Tag("R71")
    void a_rule_that_would_take_most_of_a_table_stops_until_somebody_approves_just_that() throws Exception {
        var account = accounts.create();
        oldMails(account, 600);
        var stopped = runs.purge(MAILS);
        assertThat(runs.state(stopped)).isEqualTo("EXCEPTIONS");
        assertThat(runs.removed(stopped)).isZero();
        var rule = rule(MAILS);
        assertThat(rule.state()).isEqualTo(RuleState.STOPPED);
        assertThat(rule.reason()).isEqualTo("SHARE");
        assertThat(rule.stopped()).isGreaterThanOrEqualTo(600);

        watch.look();
        watch.look();
        assertThat(alarmMails()).as("one a day").isEqualTo(1);
        assertThat(troubles()).contains("STOPPED " + MAILS);

        assertThatThrownBy(() -> admin.run(() -> console.approve(MAILS, rule.stopped() - 1)))
                .isInstanceOf(RetentionRequestException.class);
        admin.run(() -> console.approve(MAILS, rule.stopped()));
        assertThat(rule(MAILS).state()).isEqualTo(RuleState.APPROVED);
        assertThatThrownBy(() -> admin.run(() -> console.approve(MAILS, rule.stopped())))
                .isInstanceOf(RetentionRequestException.class);

        var run = runs.purge(MAILS);
        assertThat(runs.state(run)).isEqualTo("DONE");
        assertThat(runs.removed(run)).isGreaterThanOrEqualTo(600);
        assertThat(rule(MAILS).state()).isEqualTo(RuleState.DONE);
        assertThat(troubles()).doesNotContain("STOPPED " + MAILS);
        assertThat(actionsOn(MAILS)).contains("RETENTION_RUN_APPROVED");
    }

    @Test
    void a_run_that_failed_and_runs_that_do_not_come_are_told() throws Exception {
        var failed = UUID.randomUUID();
        accounts.update(
                "insert into musicmuse.retention_run (id, kind, asked_by, state, ended_at)"
                        + " values (?, 'PURGE', 'test', 'FAILED', now())",
                failed);
        assertThat(troubles()).contains("RUN_FAILED ");
        accounts.update("delete from musicmuse.retention_run where id = ?", failed);
        assertThat(troubles()).doesNotContain("RUN_FAILED ");

        runs.purge(TAKES);
        assertThat(troubles()).doesNotContain("SILENT ");
        accounts.update("update musicmuse.retention_run set ended_at = ended_at - interval '37 hours'");
        assertThat(troubles()).contains("SILENT ");
        runs.purge(TAKES);
        assertThat(troubles()).doesNotContain("SILENT ");
    }

    private UUID ask(RunKind kind, String rule) throws Exception {
        return admin.call(() -> console.ask(kind, Set.of(rule)));
    }

    private RuleView rule(String id) throws Exception {
        return admin.call(console::rules).stream()
                .filter(rule -> rule.rule().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> troubles() throws Exception {
        return admin.call(console::troubles).stream()
                .map((Trouble trouble) -> trouble.kind() + " " + trouble.rule())
                .toList();
    }

    private void oldMails(AccountId account, int mails) {
        accounts.update(
                "insert into musicmuse.outbox_mail (id, mail_key, template, account_id, recipient, language,"
                        + " template_values, state, next_try_at, queued_at, sent_at) select gen_random_uuid(),"
                        + " 'old ' || n || ?::text, 'PASSWORD_CHANGED', ?::uuid, 'old@test.musicmuse.test', 'en', '{}',"
                        + " 'SENT', now(), now() - interval '31 days', now() from generate_series(1, ?::int) n",
                account.toString(),
                account.value(),
                mails);
    }

    private long alarmMails() {
        return accounts.number("select count(*) from musicmuse.outbox_mail where template = 'RETENTION_ALARM'"
                + " and recipient = 'operator@test.musicmuse.test' and mail_key like 'retention-alarm:STOPPED:" + MAILS
                + ":%'");
    }

    private boolean isThere(UUID session) {
        return accounts.number("select count(*) from musicmuse.practice_session where id = ?", session) == 1;
    }

    private String actionsOn(Object object) {
        return accounts.text(
                "select string_agg(action, ' ' order by occurred_at) from musicmuse.audit_entry where object_id = ?",
                object.toString());
    }
}
