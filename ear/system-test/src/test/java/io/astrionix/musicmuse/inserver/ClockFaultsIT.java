package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.erasure.control.ErasureWork;
import io.astrionix.musicmuse.erasure.control.IdleNotices;
import io.astrionix.musicmuse.erasure.control.LedgerExpiry;
import io.astrionix.musicmuse.inserver.inside.MovableClock;
import io.astrionix.musicmuse.inserver.inside.RetentionRuns;
import io.astrionix.musicmuse.privacy.boundary.ErasureStart;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.retention.boundary.RetentionWatch;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Keys;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server whose clock is a year fast or slow (P15): by it, nothing ends. The clock of the application is moved; the check
 * against the database's is the real one.
 */
class ClockFaultsIT extends RequestsDeployed {

    private static final SurvivedFaults SURVIVED = new SurvivedFaults("clock", 2);
    private static final String RULE = "abandoned-take-24h";

    @Inject
    private MovableClock clock;

    @Inject
    private RetentionRuns runs;

    @Inject
    private RetentionWatch watch;

    @Inject
    private ErasureWork erasures;

    @Inject
    private LedgerExpiry expiry;

    @Inject
    private ErasureStart erasure;

    @Inject
    private Settings settings;

    @Inject
    private IdleNotices notices;

    private UUID due1;
    private UUID young;
    private UUID export;
    private AccountId idle;
    private AccountId restricted;

    @AfterEach
    void set_it_right() {
        clock.putWrongBy(Duration.ZERO);
        // Refused runs are an alarm for a day, which other tests do not expect.
        accounts.update("update musicmuse.retention_run set ended_at = ended_at - interval '2 days'"
                + " where state = 'REFUSED'");
    }

    @Test
    @Tag("R42")
    @Tag("R52")
    @Tag("R71")
    void a_year_fast_it_ends_nothing_and_once_right_everything_due() throws Exception {
        endsNothingWhileItIsWrongBy(365, 13);
    }

    @Test
    @Tag("R42")
    @Tag("R52")
    @Tag("R71")
    void a_year_slow_it_ends_nothing_and_once_right_everything_due() throws Exception {
        endsNothingWhileItIsWrongBy(-365, 37);
    }

    /** By it each line would be older than any backup: a restored one would bring back whom they are about. */
    @Test
    @Tag("R60")
    void three_years_fast_no_line_of_the_erasures_goes() throws Exception {
        erasure.erase(accounts.create(), UUID.randomUUID());
        var ledger = Keys.file(settings)
                .resolveSibling(settings.text(Setting.ERASURE_LEDGER_FILE).orElseThrow());
        var lines = Files.readAllLines(ledger);
        assertThat(lines).hasSizeGreaterThan(1);
        clock.putWrongBy(Duration.ofDays(3 * 365));

        expiry.expire();

        assertThat(Files.readAllLines(ledger)).isEqualTo(lines);
    }

    /** @param idleMonths so long that by the wrong clock somebody is to be told, whose account would end by the right one */
    private void endsNothingWhileItIsWrongBy(long days, int idleMonths) throws Exception {
        plant(idleMonths);
        accounts.update("delete from musicmuse.outbox_mail where mail_key like 'retention-alarm:RUN_FAILED:%'");
        clock.putWrongBy(Duration.ofDays(days));

        var run = runs.purge(RULE);
        assertThat(runs.state(run)).isEqualTo("REFUSED");
        assertThat(runs.removed(run) + runs.evidence(run)).isZero();
        assertThat(accounts.text("select note from musicmuse.retention_run where id = ?", run))
                .contains("more than five minutes apart");
        var request = requestOf(person);
        due.advance(request);
        assertThat(run()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(due.sweepExports()).isZero();
        erasures.goOn();
        notices.send();

        assertNothingEnded();
        watch.look();
        assertThat(accounts.number("select count(*) from musicmuse.outbox_mail where template = 'RETENTION_ALARM'"
                        + " and mail_key like 'retention-alarm:RUN_FAILED:%'"))
                .as("the operator is told")
                .isEqualTo(1);

        clock.putWrongBy(Duration.ZERO);
        assertEverythingDueEnds(request);
        SURVIVED.add(days + " days");
    }

    private void plant(int idleMonths) throws Exception {
        due1 = accounts.session(signIns.person(Role.LEARNER), 25, false);
        young = accounts.session(signIns.person(Role.LEARNER), 23, false);
        signIns.signIn(person, SignInLevel.PASSWORD);
        export = own.ask(RequestKind.ACCESS, "").id();
        due.advance(export);
        awaitEnd(export, "DONE");
        own.delete(email);
        idle = accounts.create();
        accounts.update(
                "update musicmuse.account set last_active_at = now() - make_interval(months => ?)" + " where id = ?",
                idleMonths,
                idle.value());
        restricted = accounts.create();
        accounts.update(
                "update musicmuse.account set restricted_at = now(), restriction_ends_at = now() + interval '3 days'"
                        + " where id = ?",
                restricted.value());
    }

    private void assertNothingEnded() {
        assertThat(isThere("practice_session", due1)).isTrue();
        assertThat(isThere("practice_session", young)).isTrue();
        assertThat(stateOf(person)).as("time to think again").isEqualTo("COOL_OFF");
        assertThat(isThere("account", person.value())).isTrue();
        assertThat(exportFiles()).isEqualTo(1);
        assertThat(isThere("account", idle.value())).isTrue();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.account where id = ? and idle_noticed_at is not null",
                        idle.value()))
                .as("told by a wrong clock")
                .isZero();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.account where id = ? and restricted_at is not null",
                        restricted.value()))
                .as("still restricted")
                .isEqualTo(1);
    }

    private void assertEverythingDueEnds(UUID request) throws Exception {
        var run = runs.purge(RULE);
        assertThat(runs.state(run)).isEqualTo("DONE");
        assertThat(runs.evidence(run)).isEqualTo(runs.removed(run)).isPositive();
        assertThat(isThere("practice_session", due1)).isFalse();
        assertThat(isThere("practice_session", young)).isTrue();
        due.advance(request);
        assertThat(stateOf(person)).isEqualTo("COOL_OFF");
        accounts.update(
                "update musicmuse.data_request set cool_off_until = now() - interval '1 second' where id = ?", request);
        due.advance(request);
        await("select count(*) from musicmuse.account where id = ?", person.value(), 0);
        await("select count(*) from musicmuse.data_request where closed_at is not null and id = ?", request, 1);
        accounts.update("delete from musicmuse.account where id in (?, ?)", idle.value(), restricted.value());
    }

    private long exportFiles() {
        return accounts.number("select count(*) from musicmuse.export_file where request_id = ?", export);
    }

    private boolean isThere(String table, UUID id) {
        return accounts.number("select count(*) from musicmuse." + table + " where id = ?", id) == 1;
    }
}
