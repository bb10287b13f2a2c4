package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestMovedOnException;
import io.astrionix.musicmuse.shared.Role;
import jakarta.batch.runtime.BatchStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests about data as the desk and the job see them. */
class RequestDeskIT extends RequestsDeployed {

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
}
