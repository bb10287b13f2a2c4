package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.batch.requests.RequestSchedule;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.privacy.boundary.ConfirmationNotTypedException;
import io.astrionix.musicmuse.privacy.boundary.DueRequests;
import io.astrionix.musicmuse.privacy.boundary.OpenRequests;
import io.astrionix.musicmuse.privacy.boundary.OwnRequests;
import io.astrionix.musicmuse.privacy.boundary.RequestDesk;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestMovedOnException;
import io.astrionix.musicmuse.privacy.boundary.RequestNotFoundException;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.privacy.boundary.RequestView;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.batch.runtime.BatchStatus;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about data, from the three ways they come to their answers. */
class DataRequestsIT extends Deployed {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<BatchStatus> OVER =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);
    private static final String HISTORY =
            "select string_agg(step, ' ') from musicmuse.data_request_step where request_id = ?";

    @Inject
    private OwnRequests own;

    @Inject
    private OpenRequests open;

    @Inject
    private RequestDesk desk;

    @Inject
    private DueRequests due;

    @Inject
    private RequestSchedule schedule;

    @Inject
    private Callers callers;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private AccountId person;
    private String email;

    @BeforeEach
    void somebody_comes() {
        person = signIns.person(Role.LEARNER);
        email = TestSignIns.email(person);
    }

    @Test
    @Tag("R51")
    @Tag("R53")
    void a_claimed_request_waits_for_the_link_to_the_address_on_file() throws Exception {
        open.ask(email, RequestKind.DELETION);
        var token = mailed("REQUEST_CONFIRM", 1);
        assertThat(stateOf(person)).isEqualTo("IDENTITY");
        assertThat(hidden()).isFalse();

        assertThat(open.look(token).orElseThrow().kind()).isEqualTo(RequestKind.DELETION);
        assertThat(stateOf(person)).as("looking changes nothing").isEqualTo("IDENTITY");

        assertThat(open.confirm(token)).isTrue();
        assertThat(stateOf(person)).isEqualTo("COOL_OFF");
        assertThat(hidden()).isTrue();
        assertThat(open.confirm(token)).as("the link once more").isFalse();
        assertThat(open.look(token)).isEmpty();
    }

    @Test
    @Tag("R53")
    void nobody_learns_whether_there_is_an_account() throws Exception {
        var nobody = UUID.randomUUID() + "@nobody.musicmuse.test";
        open.ask(nobody, RequestKind.ACCESS);
        open.ask(email, RequestKind.ACCESS); // after it, so that its mail shows that both were taken
        mailed("REQUEST_CONFIRM", 1);
        assertThat(signIns.mails("REQUEST_CONFIRM", nobody)).isZero();
        assertThat(open.look("no-such-token")).isEmpty();
        assertThat(open.confirm("no-such-token")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCKED", "UNVERIFIED", "PENDING_GUARDIAN"})
    @Tag("R51")
    void whoever_cannot_sign_in_has_the_same_rights(String status) throws Exception {
        accounts.update("update musicmuse.account set status = ? where id = ?", status, person.value());
        open.ask(email, RequestKind.ACCESS);
        var token = mailed("REQUEST_CONFIRM", 1);
        var request = requestOf(person);
        assertThat(open.confirm(token)).isTrue();
        due.advance(request);
        awaitEnd(request, "DONE");
        assertThat(mailed("EXPORT_READY", 1)).as("a link that needs no sign-in").doesNotContain("/account/");
    }

    @Test
    @Tag("R82")
    void requests_for_the_same_are_one_request() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var first = own.ask(RequestKind.CORRECTION, "the score of Monday");
        assertThat(own.ask(RequestKind.CORRECTION, "again").id()).isEqualTo(first.id());
        var access = own.ask(RequestKind.ACCESS, "");
        assertThat(own.ask(RequestKind.KNOW, "").id()).isEqualTo(access.id());
        assertThat(own.mine()).hasSize(2);
        assertThat(signIns.mails("REQUEST_RECEIVED", email)).isEqualTo(2);
    }

    @Test
    @Tag("R52")
    void a_deletion_needs_a_fresh_credential_and_the_email_typed() throws Exception {
        var signIn = signIns.signIn(person, SignInLevel.PASSWORD);
        assertThat(own.stored()).anyMatch(records -> records.kind().equals("Account") && records.count() == 1);
        assertThatThrownBy(() -> own.delete("yes")).isInstanceOf(ConfirmationNotTypedException.class);
        signIns.grewStale(signIn);
        assertThatThrownBy(() -> own.delete(email)).isInstanceOf(CredentialNotFreshException.class);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.data_request_person where account_id = ?", person.value()))
                .isZero();
    }

    @Test
    @Tag("R55")
    void on_day_nought_of_a_deletion_all_sign_ins_end_and_the_profile_is_hidden() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var here = signIns.signIn(person, SignInLevel.PASSWORD);
        own.delete(email.toUpperCase(Locale.ROOT));

        assertThat(hidden()).isTrue();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.sign_in where account_id = ? and ended_at is null",
                        person.value()))
                .isZero();
        assertThat(accounts.text("select end_reason from musicmuse.sign_in where id = ?", here))
                .isEqualTo("ERASURE_ASKED");
        assertThat(stateOf(person)).isEqualTo("COOL_OFF");
        assertThat(signIns.mails("REQUEST_RECEIVED", email)).isEqualTo(1);
    }

    @Test
    @Tag("R50")
    @Tag("R52")
    void a_deletion_can_be_called_off_and_leaves_everything_as_it_was() throws Exception {
        var before = entitlements();
        signIns.signIn(person, SignInLevel.PASSWORD);
        own.delete(email);
        var request = requestOf(person);
        due.advance(request);
        assertThat(stateOf(person)).as("within the seven days").isEqualTo("COOL_OFF");

        var signIn = signIns.signIn(person, SignInLevel.PASSWORD);
        signIns.grewStale(signIn);
        assertThatThrownBy(() -> own.cancel(request)).isInstanceOf(CredentialNotFreshException.class);
        signIns.signIn(person, SignInLevel.PASSWORD);
        own.cancel(request);

        assertThat(hidden()).isFalse();
        assertThat(entitlements()).isEqualTo(before);
        assertThat(own.mine()).extracting(RequestView::state).containsExactly(RequestState.CANCELLED);
        assertThatThrownBy(() -> own.cancel(request)).isInstanceOf(RequestNotFoundException.class);
    }

    @Test
    @Tag("R52")
    void the_link_of_the_acknowledgement_calls_a_deletion_off() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        own.delete(email);
        var request = requestOf(person);
        assertThat(open.cancel(mailed("REQUEST_RECEIVED", 1))).isTrue();
        assertThat(hidden()).isFalse();
        awaitEnd(request, "CANCELLED");
    }

    @Test
    void a_request_of_somebody_else_is_none() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var request = own.ask(RequestKind.OBJECTION, "").id();
        signIns.signIn(signIns.person(Role.LEARNER), SignInLevel.PASSWORD);
        assertThat(own.mine()).isEmpty();
        assertThatThrownBy(() -> own.cancel(request)).isInstanceOf(RequestNotFoundException.class);
    }

    @Test
    @Tag("R77")
    void a_request_from_california_is_acknowledged_at_once_and_names_nobody_once_answered() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var request = own.ask(RequestKind.OPT_OUT, "").id();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.data_request where id = ? and acknowledged_at < received_at + interval '1 day'",
                        request))
                .isEqualTo(1);
        due.advance(request);

        awaitEnd(request, "DONE");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.data_request r where id = ? and r::text like ?",
                        request,
                        "%" + person + "%"))
                .as("the id of the account in the record")
                .isZero();
        assertThat(accounts.text(HISTORY, request)).isEqualTo("NOTHING_SOLD");
        assertThat(own.mine()).as("its owner still finds it").hasSize(1);
    }

    @Test
    @Tag("R44")
    void what_nobody_can_edit_is_corrected_by_the_desk() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var request = own.ask(RequestKind.CORRECTION, "the score of Monday").id();
        due.advance(request);
        assertThat(stateOf(person)).isEqualTo("RUNNING");

        var shown = asSupport(() -> desk.open(request)).orElseThrow();
        assertThat(shown.note()).isEqualTo("the score of Monday");
        assertThat(shown.isForDesk()).isTrue();
        asSupport(() -> {
            desk.done(request);
            return true;
        });
        awaitEnd(request, "DONE");
        assertThat(signIns.mails("REQUEST_ANSWERED", email)).isEqualTo(1);
        assertThatThrownBy(() -> asSupport(() -> {
                    desk.deny(request, "too late");
                    return true;
                }))
                .isInstanceOf(RequestMovedOnException.class);
    }

    @Test
    @Tag("R51")
    @Tag("R53")
    void a_mail_typed_in_by_support_asks_the_address_on_file_and_a_denial_says_why() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        asSupport(() -> {
            desk.typeIn(email, RequestKind.RESTRICTION, Instant.now().minus(Duration.ofDays(2)));
            return true;
        });
        open.confirm(mailed("REQUEST_CONFIRM", 1));
        var request = requestOf(person);
        var shown = asSupport(() -> desk.open(request)).orElseThrow();
        assertThat(Duration.between(Instant.now(), shown.dueAt()))
                .as("counted from its receipt")
                .isLessThan(Duration.ofDays(29));

        asSupport(() -> {
            desk.deny(request, "the data is accurate");
            return true;
        });
        awaitEnd(request, "DENIED");
        assertThat(accounts.text(
                        "select template_values from musicmuse.outbox_mail where recipient = ? and template = 'REQUEST_DENIED'",
                        email))
                .contains("the data is accurate");
    }

    @Test
    @Tag("R51")
    void the_job_raises_alarms_once_lets_unproved_requests_go_and_is_harmless_when_run_twice() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var late = own.ask(RequestKind.CORRECTION, "").id();
        shift(late, 31);
        var other = signIns.person(Role.LEARNER);
        open.ask(TestSignIns.email(other), RequestKind.DELETION);
        signIns.mails("REQUEST_CONFIRM", TestSignIns.email(other));
        await("select count(*) from musicmuse.data_request_person where account_id = ?", other.value(), 1);
        var unproved = requestOf(other);
        shift(unproved, 8);

        assertThat(run()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(run()).isEqualTo(BatchStatus.COMPLETED);

        assertThat(accounts.text("select alarm from musicmuse.data_request where id = ?", late))
                .isEqualTo("BREACH");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.data_request where id = ? and breached_at is not null", late))
                .isEqualTo(1);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.audit_entry where action = 'REQUEST_BREACHED' and object_id = ?",
                        late.toString()))
                .isEqualTo(1);
        assertThat(accounts.text("select state from musicmuse.data_request where id = ?", unproved))
                .isEqualTo("DENIED");
        assertThat(signIns.mails("REQUEST_DENIED", TestSignIns.email(other))).isZero();
        assertThat(accounts.number("select count(*) from musicmuse.account where id = ?", other.value()))
                .isEqualTo(1);
    }

    @Test
    void a_request_that_a_dead_run_has_taken_is_taken_up_when_its_time_is_over() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var request = own.ask(RequestKind.OPT_OUT, "").id();
        accounts.update(
                "update musicmuse.data_request set busy_until = now() + interval '10 minutes' where id = ?", request);
        due.advance(request);
        assertThat(stateOf(person)).isEqualTo("RUNNING");
        accounts.update(
                "update musicmuse.data_request set busy_until = now() - interval '1 second' where id = ?", request);
        due.advance(request);
        awaitEnd(request, "DONE");
    }

    private <T> T asSupport(Callable<T> work) throws Exception {
        return callers.byRole().get(Role.SUPPORT).call(work);
    }

    private BatchStatus run() throws InterruptedException {
        long execution = schedule.run();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!OVER.contains(schedule.status(execution)) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        return schedule.status(execution);
    }

    private void shift(UUID request, int days) {
        accounts.update(
                "update musicmuse.data_request set received_at = received_at - make_interval(days => ?) where id = ?",
                days,
                request);
    }

    /** The token of the newest mail of a kind to the person, as soon as there are so many. */
    private String mailed(String template, int count) throws InterruptedException {
        await(
                "select count(*) from musicmuse.outbox_mail where recipient = ? and template = '" + template + "'",
                email,
                count);
        return accounts.tokenMailedTo(email, template);
    }

    private void await(String query, Object parameter, long expected) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (accounts.number(query, parameter) != expected && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(accounts.number(query, parameter)).as(query).isEqualTo(expected);
    }

    private boolean hidden() {
        return accounts.number(
                        "select count(*) from musicmuse.account where id = ? and hidden_at is not null", person.value())
                == 1;
    }

    /** What the account may do. */
    private String entitlements() {
        return accounts.text(
                "select a.status || ' ' || (select string_agg(role, ' ' order by role) from musicmuse.account_role r"
                        + " where r.account_id = a.id) || ' ' || a.display_name from musicmuse.account a where a.id = ?",
                person.value());
    }

    private UUID requestOf(AccountId account) {
        return UUID.fromString(accounts.text(
                "select request_id::text from musicmuse.data_request_person where account_id = ?", account.value()));
    }

    private String stateOf(AccountId account) {
        return accounts.text(
                "select r.state from musicmuse.data_request r join musicmuse.data_request_person p on p.request_id = r.id"
                        + " where p.account_id = ?",
                account.value());
    }

    /** The job of the server may be at it. */
    private void awaitEnd(UUID request, String state) throws InterruptedException {
        await("select count(*) from musicmuse.data_request where closed_at is not null and id = ?", request, 1);
        assertThat(accounts.text("select state from musicmuse.data_request where id = ?", request))
                .isEqualTo(state);
        assertThat(accounts.number("select count(*) from musicmuse.data_request_person where request_id = ?", request))
                .as("who it was")
                .isZero();
    }
}
