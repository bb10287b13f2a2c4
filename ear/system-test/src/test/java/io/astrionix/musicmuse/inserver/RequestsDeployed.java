package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.batch.requests.RequestSchedule;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.privacy.boundary.DueRequests;
import io.astrionix.musicmuse.privacy.boundary.OpenRequests;
import io.astrionix.musicmuse.privacy.boundary.OwnRequests;
import io.astrionix.musicmuse.privacy.boundary.RequestDesk;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;

/** Somebody with requests about the own data. */
abstract class RequestsDeployed extends Deployed {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final Set<BatchStatus> OVER =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);
    static final String HISTORY = "select string_agg(step, ' ') from musicmuse.data_request_step where request_id = ?";

    @Inject
    OwnRequests own;

    @Inject
    OpenRequests open;

    @Inject
    RequestDesk desk;

    @Inject
    DueRequests due;

    @Inject
    RequestSchedule schedule;

    @Inject
    Callers callers;

    @Inject
    TestSignIns signIns;

    @Inject
    TestAccounts accounts;

    AccountId person;
    String email;

    @BeforeEach
    void somebody_comes() {
        person = signIns.person(Role.LEARNER);
        email = TestSignIns.email(person);
    }

    <T> T asSupport(Callable<T> work) throws Exception {
        return callers.byRole().get(Role.SUPPORT).call(work);
    }

    BatchStatus run() throws InterruptedException {
        long execution = schedule.run();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!OVER.contains(schedule.status(execution)) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        return schedule.status(execution);
    }

    /** How many open requests of the person are like this. */
    long ofPerson(String condition) {
        return accounts.number(
                "select count(*) from musicmuse.data_request join musicmuse.data_request_person p on request_id = id"
                        + " where account_id = ? and " + condition,
                person.value());
    }

    void shift(UUID request, int days) {
        accounts.update(
                "update musicmuse.data_request set received_at = received_at - make_interval(days => ?),"
                        + " asked_at = asked_at - make_interval(days => ?) where id = ?",
                days,
                days,
                request);
    }

    /** The token of the newest mail of a kind to the person, as soon as there are so many. */
    String mailed(String template, int count) throws InterruptedException {
        await(
                "select count(*) from musicmuse.outbox_mail where recipient = ? and template = '" + template + "'",
                email,
                count);
        return accounts.tokenMailedTo(email, template);
    }

    void await(String query, Object parameter, long expected) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (accounts.number(query, parameter) != expected && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(accounts.number(query, parameter)).as(query).isEqualTo(expected);
    }

    boolean hidden() {
        return accounts.number(
                        "select count(*) from musicmuse.account where id = ? and hidden_at is not null", person.value())
                == 1;
    }

    /** What the account may do. */
    String entitlements() {
        return accounts.text(
                "select a.status || ' ' || (select string_agg(role, ' ' order by role) from musicmuse.account_role r"
                        + " where r.account_id = a.id) || ' ' || a.display_name from musicmuse.account a where a.id = ?",
                person.value());
    }

    UUID requestOf(AccountId account) {
        return UUID.fromString(accounts.text(
                "select request_id::text from musicmuse.data_request_person where account_id = ?", account.value()));
    }

    String stateOf(AccountId account) {
        return accounts.text(
                "select r.state from musicmuse.data_request r join musicmuse.data_request_person p on p.request_id = r.id"
                        + " where p.account_id = ?",
                account.value());
    }

    /** The job of the server may be at it. */
    void awaitEnd(UUID request, String state) throws InterruptedException {
        await("select count(*) from musicmuse.data_request where closed_at is not null and id = ?", request, 1);
        assertThat(accounts.text("select state from musicmuse.data_request where id = ?", request))
                .isEqualTo(state);
        assertThat(accounts.number("select count(*) from musicmuse.data_request_person where request_id = ?", request))
                .as("who it was")
                .isZero();
    }
}
