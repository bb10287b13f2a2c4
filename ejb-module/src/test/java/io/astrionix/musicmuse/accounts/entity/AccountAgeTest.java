package io.astrionix.musicmuse.accounts.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R62")
class AccountAgeTest {

    private static final Instant REGISTERED = Instant.parse("2026-11-22T10:00:00Z");
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    @Test
    void a_new_account_can_do_nothing_and_goes_after_a_week() {
        var account = registered("2000-05");

        assertThat(account.status()).isEqualTo(AccountStatus.UNVERIFIED);
        assertThat(account.verifyDueAt()).contains(REGISTERED.plus(Duration.ofDays(7)));
    }

    @Test
    void an_adult_who_verifies_the_email_is_ready() {
        var account = registered("2000-05");
        account.verifyEmail(REGISTERED);

        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(account.ageState()).isEqualTo(AgeState.ADULT);
        assertThat(account.verifyDueAt()).isEmpty();
        assertThat(account.guardianDueAt()).isEmpty();
    }

    @Test
    void a_minor_then_waits_fourteen_days_for_a_guardian() {
        var account = registered("2011-05");
        account.verifyEmail(REGISTERED);

        assertThat(account.status()).isEqualTo(AccountStatus.PENDING_GUARDIAN);
        assertThat(account.guardianDueAt()).contains(REGISTERED.plus(Duration.ofDays(14)));
    }

    @Test
    void a_minor_comes_of_age_without_anybody_changing_the_row() {
        var account = registered("2011-05");

        assertThat(account.isMinorOn(LocalDate.of(2029, 5, 31))).isTrue();
        assertThat(account.isMinorOn(LocalDate.of(2029, 6, 1))).isFalse();
    }

    @Test
    void who_came_of_age_before_verifying_needs_no_guardian() {
        var account = registered("2008-11");
        account.verifyEmail(Instant.parse("2026-12-01T00:00:00Z"));

        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
    }

    @Test
    @Tag("R63")
    void what_a_guardian_locked_no_administrator_unlocks() {
        var account = registered("2011-05");
        account.verifyEmail(REGISTERED);
        account.activate();
        account.lockForWithdrawal(REGISTERED);

        assertThat(account.unlock()).isFalse();
        assertThat(account.status()).isEqualTo(AccountStatus.LOCKED);
        assertThat(account.guardianDueAt()).isPresent();
    }

    private static Account registered(String birth) {
        var account = Account.registered("somebody@example.org", REGISTERED);
        account.keepAge(new BirthMonth(YearMonth.parse(birth)), MONTH);
        return account;
    }
}
