package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.IdleAccounts;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.SignInCompletion;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.erasure.boundary.ChoiceView;
import io.astrionix.musicmuse.erasure.boundary.ChoiceView.Choice;
import io.astrionix.musicmuse.erasure.boundary.OptionalActivity;
import io.astrionix.musicmuse.erasure.boundary.ProcessingChoices;
import io.astrionix.musicmuse.erasure.boundary.PurposeGuard;
import io.astrionix.musicmuse.erasure.control.ErasureWork;
import io.astrionix.musicmuse.inserver.inside.InTransaction;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.privacy.boundary.DeclaredPurposes;
import io.astrionix.musicmuse.privacy.boundary.ErasureStart;
import io.astrionix.musicmuse.privacy.boundary.PurposeNotDeclaredException;
import io.astrionix.musicmuse.retention.boundary.AccountsEnd;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody agrees and objects to, restricted data, and accounts that nobody uses. */
class ChoicesIT extends Deployed {

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private ProcessingChoices choices;

    @Inject
    private PurposeGuard guard;

    @Inject
    private DeclaredPurposes purposes;

    @Inject
    private ErasureWork work;

    @Inject
    private ErasureStart erasure;

    @Inject
    private AccountsEnd ends;

    @Inject
    private IdleAccounts idle;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    @Inject
    private DataMap map;

    @Inject
    private InTransaction inTransaction;

    @Inject
    private SignInCompletion completion;

    @Inject
    private AccountRepository repository;

    private AccountId person;

    @BeforeEach
    void signIn() throws Exception {
        person = signIns.person(Role.LEARNER);
        signIns.signIn(person, SignInLevel.PASSWORD);
    }

    @Test
    @Tag("R28")
    @Tag("R49")
    void without_a_consent_nothing_runs_and_one_call_gives_or_withdraws_it_at_once() {
        assertThat(allows(OptionalActivity.NEWS)).isFalse();
        choices.choose(OptionalActivity.NEWS, true);
        assertThat(allows(OptionalActivity.NEWS)).isTrue();
        choices.choose(OptionalActivity.NEWS, true);
        choices.choose(OptionalActivity.NEWS, false);

        assertThat(allows(OptionalActivity.NEWS)).isFalse();
        assertThat(own(OptionalActivity.NEWS).history())
                .as("kept, and nothing twice")
                .extracting(Choice::allowed)
                .containsExactly(false, true);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.audit_entry e join musicmuse.audit_subject s on e.actor = s.pseudonym"
                                + " where e.action = 'CHOICE_MADE' and s.account_id = ?",
                        person.value()))
                .isEqualTo(2);
    }

    @Test
    @Tag("R48")
    void what_needs_no_consent_goes_on_until_somebody_objects() {
        assertThat(own(OptionalActivity.RECOMMENDATIONS).allowed()).isTrue();
        choices.choose(OptionalActivity.RECOMMENDATIONS, false);
        assertThat(own(OptionalActivity.RECOMMENDATIONS).allowed()).isFalse();
        assertThat(own(OptionalActivity.USAGE).allowed()).isTrue();
        assertThat(accounts.number("select count(*) from musicmuse.audit_entry where action = 'CHOICE_MADE'"
                        + " and details like '%RECOMMENDATIONS%'"))
                .isPositive();
    }

    @Test
    @Tag("R20")
    void a_read_for_what_the_map_does_not_name_is_refused_and_noted() {
        purposes.require("PracticeSession", Purpose.PROGRESS);
        var noted =
                "select count(*) from musicmuse.audit_entry where action = 'PURPOSE_REFUSED' and object_id = 'PracticeSession'";
        long before = accounts.number(noted);
        assertThatThrownBy(() -> purposes.require("PracticeSession", Purpose.IMPROVE))
                .isInstanceOf(PurposeNotDeclaredException.class);
        assertThatThrownBy(() -> guard.allows(person, OptionalActivity.USAGE, "PracticeSession"))
                .isInstanceOf(PurposeNotDeclaredException.class);
        assertThat(accounts.number(noted)).isEqualTo(before + 2);
    }

    @Test
    @Tag("R47")
    void restricted_data_is_used_for_nothing_until_three_days_after_a_mail() {
        choices.choose(OptionalActivity.NEWS, true);
        choices.restrict();
        choices.restrict();

        assertThat(choices.restriction().isRestricted()).isTrue();
        assertThat(allows(OptionalActivity.NEWS)).isFalse();
        assertThat(holds()).isEqualTo(1);
        accounts.update(
                "update musicmuse.account set verify_due_at = now() - interval '1 day' where id = ?", person.value());
        assertThat(ends.end(map.rule("unverified-7d"), List.of(person.value())))
                .as("what is due waits")
                .isEmpty();
        accounts.update("update musicmuse.account set verify_due_at = null where id = ?", person.value());

        choices.lift();
        choices.lift();
        work.goOn();
        assertThat(choices.restriction().isRestricted()).as("not yet").isTrue();
        assertThat(signIns.mails("RESTRICTION_ENDS", TestSignIns.email(person))).isEqualTo(1);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.account where id = ?"
                                + " and restriction_ends_at between now() + interval '71 hours' and now() + interval '72 hours'",
                        person.value()))
                .isEqualTo(1);

        accounts.update("update musicmuse.account set restriction_ends_at = now() where id = ?", person.value());
        work.goOn();
        assertThat(choices.restriction().isRestricted()).isFalse();
        assertThat(holds()).isZero();
        assertThat(allows(OptionalActivity.NEWS)).isTrue();
    }

    @Test
    @Tag("R47")
    @Tag("R45")
    void a_restriction_keeps_nobody_from_being_erased_and_choices_stay_as_nobodys() {
        choices.choose(OptionalActivity.NEWS, true);
        choices.restrict();

        erasure.erase(person, UUID.randomUUID());

        assertThat(accounts.number("select count(*) from musicmuse.account where id = ?", person.value()))
                .isZero();
        assertThat(accounts.number(
                        "select count(*) from musicmuse.processing_choice where account_id = ?", person.value()))
                .isZero();
    }

    @Test
    void nobody_has_no_choices() {
        accounts.update("delete from musicmuse.sign_in where account_id = ?", person.value());
        assertThatThrownBy(() -> choices.own()).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> choices.restrict()).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @Tag("R36")
    void an_account_that_nobody_uses_ends_after_three_notices_and_not_before() {
        // Long before everybody else's, who then gets no mail.
        var lastActive = Instant.parse("2001-01-01T00:00:00Z");
        accounts.update(
                "update musicmuse.account set last_active_at = '2001-01-01T00:00:00Z' where id = ?", person.value());
        for (int left : new int[] {61, 59, 59, 29, 6, 6}) {
            idle.notify(lastActive.minus(DAY.multipliedBy(left)), Instant.now(), Optional.empty(), 500);
        }
        assertThat(signIns.mails("ACCOUNT_IDLE", TestSignIns.email(person))).isEqualTo(2);
        assertThat(signIns.mails("ACCOUNT_IDLE_LAST", TestSignIns.email(person)))
                .isEqualTo(1);

        accounts.update(
                "update musicmuse.account set last_active_at = now() - interval '24 months 1 day' where id = ?",
                person.value());
        assertThat(ends.end(map.rule("account-idle-24m"), List.of(person.value())))
                .as("a week after the last notice")
                .isEmpty();
        accounts.update(
                "update musicmuse.account set idle_noticed_at = now() - interval '7 days' where id = ?",
                person.value());
        assertThat(ends.end(map.rule("account-idle-24m"), List.of(person.value())))
                .hasSize(1);
    }

    /** Whoever has had the first notice must not be in the way of the next one, who has not. */
    @Test
    @Tag("R36")
    void of_more_people_than_a_page_takes_everybody_is_told() throws Exception {
        var people = List.of(person, signIns.person(Role.LEARNER), signIns.person(Role.LEARNER));
        var lastActive = Instant.parse("2001-02-01T00:00:00Z");
        for (var one : people) {
            accounts.update(
                    "update musicmuse.account set last_active_at = '2001-02-01T00:00:00Z' where id = ?", one.value());
        }
        var idleSince = lastActive.minus(DAY.multipliedBy(59));
        int pages = 1;
        var page = idle.notify(idleSince, Instant.now(), Optional.empty(), 1);
        while (page.isPresent()) {
            pages++;
            page = idle.notify(idleSince, Instant.now(), page, 1);
        }
        assertThat(pages).isGreaterThan(people.size());
        for (var one : people) {
            assertThat(signIns.mails("ACCOUNT_IDLE", TestSignIns.email(one))).isEqualTo(1);
        }
    }

    @Test
    @Tag("R36")
    void whoever_signs_in_is_active_again() throws Exception {
        accounts.update(
                "update musicmuse.account set last_active_at = now() - interval '2 years', idle_noticed_at = now() where id = ?",
                person.value());
        inTransaction.call(() -> completion.begin(repository.find(person).orElseThrow(), SignInLevel.PASSWORD));
        assertThat(accounts.number(
                        "select count(*) from musicmuse.account where id = ?"
                                + " and last_active_at > now() - interval '1 hour' and idle_noticed_at is null",
                        person.value()))
                .isEqualTo(1);
    }

    private boolean allows(OptionalActivity activity) {
        return guard.allows(person, activity, activity == OptionalActivity.NEWS ? "Account" : "Profile");
    }

    private ChoiceView own(OptionalActivity activity) {
        return choices.own().stream()
                .filter(choice -> choice.activity() == activity)
                .findFirst()
                .orElseThrow();
    }

    private long holds() {
        return accounts.number(
                "select count(*) from musicmuse.retention_hold where account_id = ? and released_at is null",
                person.value());
    }
}
