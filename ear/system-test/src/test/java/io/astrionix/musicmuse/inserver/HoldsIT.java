package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.inserver.inside.RetentionRuns;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.retention.boundary.HoldScope;
import io.astrionix.musicmuse.retention.boundary.Holds;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException.Reason;
import io.astrionix.musicmuse.retention.boundary.PlaceHoldCommand;
import io.astrionix.musicmuse.retention.boundary.PlaceHoldCommand.HeldRecord;
import io.astrionix.musicmuse.retention.boundary.RetentionWatch;
import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody holds outlives every run, until two people release it (A10). */
@Tag("R42")
class HoldsIT extends Deployed {

    private static final String RULE = "abandoned-take-24h";
    private static final String TABLE = "practice_session";

    @Inject
    private Holds holds;

    @Inject
    private RetentionRuns runs;

    @Inject
    private RetentionWork work;

    @Inject
    private RetentionWatch watch;

    @Inject
    private TestAccounts accounts;

    @Inject
    private TestSignIns signIns;

    @Inject
    private Callers callers;

    private AccountId first;
    private AccountId second;
    private AccountId learner;

    @BeforeEach
    void people() throws Exception {
        first = signIns.person(Role.TRUST);
        second = signIns.person(Role.TRUST);
        learner = accounts.create();
        signIns.signIn(first, SignInLevel.SECOND_FACTOR);
    }

    @Test
    void a_held_row_stays_until_two_people_release_it() throws Exception {
        var held = accounts.session(learner, 30, false);
        var other = accounts.session(learner, 30, false);
        var hold = place(HoldScope.RECORD, Optional.of(new HeldRecord(TABLE, held.toString())), null, null);

        var run = runs.purge(RULE);
        assertThat(isThere(held)).isTrue();
        assertThat(isThere(other)).isFalse();
        assertThat(runs.held(run)).isPositive();
        assertThat(runs.state(run)).as("a held row is no exception").isEqualTo("DONE");

        releaseByTwo(hold);
        runs.purge(RULE);
        assertThat(isThere(held)).isFalse();
    }

    @Test
    void all_rows_about_a_held_person_stay() throws Exception {
        var held = accounts.session(learner, 30, false);
        var somebodyElses = accounts.session(accounts.create(), 30, false);
        var hold = place(HoldScope.PERSON, Optional.empty(), null, learner);

        runs.purge(RULE);
        assertThat(isThere(held)).isTrue();
        assertThat(isThere(somebodyElses)).isFalse();

        releaseByTwo(hold);
        runs.purge(RULE);
        assertThat(isThere(held)).isFalse();
    }

    @Test
    void all_rows_with_data_of_a_held_category_stay() throws Exception {
        var held = accounts.session(learner, 30, false);
        var hold = place(HoldScope.CATEGORY, Optional.empty(), Category.PRACTICE, null);
        try {
            runs.purge(RULE);
            assertThat(isThere(held)).isTrue();
        } finally {
            releaseByTwo(hold);
        }
        runs.purge(RULE);
        assertThat(isThere(held)).isFalse();
    }

    /** A run that has read the row already, and then deletes. */
    @Test
    void a_hold_placed_while_a_row_waits_for_its_delete_is_honoured() throws Exception {
        var run = claimed();
        var held = accounts.session(learner, 30, false);
        work.plan(run);
        work.beat(run);
        var hold = new UUID[1];
        for (var range : work.ranges(run)) {
            var due = work.next(range, Optional.empty(), 1_000).orElseThrow();
            assertThat(due.last().clock()).as("the row was read").isAfterOrEqualTo(begin(held));
            hold[0] = place(HoldScope.RECORD, Optional.of(new HeldRecord(TABLE, held.toString())), null, null);
            work.delete(range, due);
        }
        work.verify(run);
        work.seal(run);
        assertThat(isThere(held)).isTrue();
        assertThat(runs.held(run)).isPositive();

        releaseByTwo(hold[0]);
        runs.purge(RULE);
        assertThat(isThere(held)).isFalse();
    }

    @Test
    @Tag("R71")
    void a_release_takes_two_people_with_fresh_credentials_and_is_in_the_audit_log() throws Exception {
        var hold = place(HoldScope.PERSON, Optional.empty(), null, learner);
        assertRefused(() -> asTrust(() -> release(hold)), Reason.NOT_OPEN);

        asTrust(() -> askForRelease(hold));
        assertRefused(() -> asTrust(() -> release(hold)), Reason.SAME_PERSON);
        assertRefused(() -> asTrust(() -> askForRelease(hold)), Reason.NOT_OPEN);

        var signIn = signIns.signIn(second, SignInLevel.SECOND_FACTOR);
        signIns.grewStale(signIn);
        assertThatThrownBy(() -> asTrust(() -> release(hold))).isInstanceOf(CredentialNotFreshException.class);
        assertThat(isReleased(hold)).isFalse();

        signIns.signIn(second, SignInLevel.SECOND_FACTOR);
        asTrust(() -> release(hold));
        assertThat(isReleased(hold)).isTrue();
        assertThat(accounts.text(
                        "select string_agg(action, ' ' order by occurred_at) from musicmuse.audit_entry"
                                + " where object_id = ?",
                        hold.toString()))
                .isEqualTo("HOLD_PLACED HOLD_RELEASE_ASKED HOLD_RELEASED");
    }

    @Test
    void a_hold_is_placed_with_a_fresh_credential() throws Exception {
        signIns.grewStale(signIns.signIn(first, SignInLevel.SECOND_FACTOR));
        assertThatThrownBy(() -> place(HoldScope.PERSON, Optional.empty(), null, learner))
                .isInstanceOf(CredentialNotFreshException.class);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.retention_hold where account_id = ?", learner.value()))
                .isZero();
    }

    @Test
    void a_hold_is_on_something_and_reviewed_within_a_year() {
        var today = LocalDate.now(ZoneOffset.UTC);
        assertRefused(() -> place(learner, today.minusDays(1)), Reason.REVIEW_DATE);
        assertRefused(() -> place(learner, today.plusMonths(12).plusDays(1)), Reason.REVIEW_DATE);
        assertRefused(() -> place(new AccountId(UUID.randomUUID()), today.plusMonths(12)), Reason.NO_SUCH_PERSON);
        for (var record : new HeldRecord[] {
            new HeldRecord(TABLE, UUID.randomUUID().toString()),
            new HeldRecord("no_such_table", "1"),
            new HeldRecord("account; drop", "1")
        }) {
            assertRefused(() -> place(HoldScope.RECORD, Optional.of(record), null, null), Reason.NO_SUCH_RECORD);
        }
    }

    @Test
    void whoever_runs_the_installation_is_told_once_of_a_review_that_nobody_made() throws Exception {
        var hold = place(HoldScope.PERSON, Optional.empty(), null, learner);
        watch.look();
        assertThat(reviewMails(hold)).isZero();

        accounts.update("update musicmuse.retention_hold set review_on = current_date - 1 where id = ?", hold);
        watch.look();
        watch.look();
        assertThat(reviewMails(hold)).isEqualTo(1);
        releaseByTwo(hold);
    }

    @Test
    void people_are_found_by_email_and_by_number() throws Exception {
        assertThat(asTrust(() -> holds.person(TestSignIns.email(first).toUpperCase(java.util.Locale.ROOT))))
                .contains(first);
        assertThat(asTrust(() -> holds.person(" " + second + " "))).contains(second);
        assertThat(asTrust(() -> holds.person("nobody@test.musicmuse.test"))).isEmpty();
    }

    /** A run that this test does by hand: the server takes up what waits too, and is too late here. */
    private UUID claimed() {
        for (int i = 0; i < 20; i++) {
            var run = runs.ask("PURGE", RULE);
            var claimed = work.claim();
            if (claimed.isPresent() && claimed.get().id().equals(run)) {
                return run;
            }
            claimed.ifPresent(other -> finish(other.id()));
            runs.awaitEnd(run);
        }
        throw new AssertionError("The server was always first");
    }

    private void finish(UUID run) {
        work.plan(run);
        for (var range : work.ranges(run)) {
            work.next(range, Optional.empty(), 1_000).ifPresent(slice -> work.delete(range, slice));
        }
        work.verify(run);
        work.seal(run);
    }

    private UUID place(HoldScope scope, Optional<HeldRecord> record, Category category, AccountId person)
            throws Exception {
        return asTrust(() -> holds.place(new PlaceHoldCommand(
                scope,
                record,
                Optional.ofNullable(category),
                Optional.ofNullable(person),
                "claim 12",
                first,
                LocalDate.now(ZoneOffset.UTC).plusDays(30))));
    }

    private UUID place(AccountId person, LocalDate reviewOn) throws Exception {
        return asTrust(() -> holds.place(new PlaceHoldCommand(
                HoldScope.PERSON,
                Optional.empty(),
                Optional.empty(),
                Optional.of(person),
                "claim 12",
                first,
                reviewOn)));
    }

    private void releaseByTwo(UUID hold) throws Exception {
        asTrust(() -> askForRelease(hold));
        signIns.signIn(second, SignInLevel.SECOND_FACTOR);
        asTrust(() -> release(hold));
    }

    private boolean askForRelease(UUID hold) {
        holds.askForRelease(hold);
        return true;
    }

    private boolean release(UUID hold) {
        holds.release(hold);
        return true;
    }

    private <T> T asTrust(Callable<T> work) throws Exception {
        return callers.byRole().get(Role.TRUST).call(work);
    }

    private static void assertRefused(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidHoldException.class, refused -> assertThat(refused.key())
                .isEqualTo("retention.hold." + reason));
    }

    private boolean isThere(UUID session) {
        return accounts.number("select count(*) from musicmuse.practice_session where id = ?", session) == 1;
    }

    private Instant begin(UUID session) {
        return Instant.ofEpochMilli(accounts.number(
                "select floor(extract(epoch from started_at) * 1000)::bigint from musicmuse.practice_session"
                        + " where id = ?",
                session));
    }

    private boolean isReleased(UUID hold) {
        return accounts.number(
                        "select count(*) from musicmuse.retention_hold where id = ? and released_at is not null", hold)
                == 1;
    }

    private long reviewMails(UUID hold) {
        return accounts.number("select count(*) from musicmuse.outbox_mail where mail_key = ?", "hold-review:" + hold);
    }
}
