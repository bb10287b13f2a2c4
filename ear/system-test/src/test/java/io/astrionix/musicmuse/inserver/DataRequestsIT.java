package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.privacy.boundary.ConfirmationNotTypedException;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestNotFoundException;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.privacy.boundary.RequestView;
import io.astrionix.musicmuse.shared.Role;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests about data as those see them who ask. */
class DataRequestsIT extends RequestsDeployed {

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
        assertThat(ofPerson("verified_at is not null and verified_at >= asked_at"))
                .isEqualTo(1);
        assertThat(hidden()).isTrue();
        assertThat(open.confirm(token)).as("the link once more").isFalse();
        assertThat(open.look(token).orElseThrow().state()).as("and says so").isEqualTo(RequestState.COOL_OFF);
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
        assertThat(ofPerson("p.note like '%Monday%again'"))
                .as("what was written both times")
                .isEqualTo(1);
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
}
