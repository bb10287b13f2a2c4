package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.boundary.CodeResult;
import io.astrionix.musicmuse.accounts.boundary.SecondFactorService;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.AuthenticatorApps;
import io.astrionix.musicmuse.accounts.control.RecoveryCodes;
import io.astrionix.musicmuse.accounts.control.SignInCompletion;
import io.astrionix.musicmuse.inserver.inside.InTransaction;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.server.AuthenticatorCode;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R70")
class SecondFactorIT extends Deployed {

    @Inject
    private SecondFactorService secondFactor;

    @Inject
    private AuthenticatorApps apps;

    @Inject
    private RecoveryCodes recovery;

    @Inject
    private SignInCompletion completion;

    @Inject
    private AccountRepository repository;

    @Inject
    private InTransaction inTransaction;

    @Inject
    private TestAccounts accounts;

    private AccountId account;
    private String seed;

    @BeforeEach
    void create_an_account_with_an_app() throws Exception {
        account = accounts.create();
        seed = inTransaction.call(() -> apps.begin(account));
        assertThat(inTransaction.call(() -> apps.confirm(account, codeInSteps(0))))
                .isTrue();
        forgetStepsAndTries();
    }

    @Test
    @Tag("ASVS-6.5.1")
    @Tag("ASVS-15.4.2")
    void of_many_who_use_one_code_at_once_one_gets_in() throws Exception {
        var code = codeInSteps(0);
        assertOneIsRight(AtOnce.call(() -> secondFactor.check(account, code)));
    }

    @Test
    @Tag("ASVS-6.5.1")
    @Tag("ASVS-15.4.2")
    void of_many_who_use_one_recovery_code_at_once_one_gets_in() throws Exception {
        var codes = inTransaction.call(() -> recovery.make(account));
        assertOneIsRight(AtOnce.call(() -> secondFactor.check(account, codes.get(3))));
        assertThat(recoveryCodes()).isEqualTo(9);
        forgetStepsAndTries();
        assertThat(secondFactor.check(account, codes.get(4))).isEqualTo(CodeResult.RIGHT);
    }

    @Test
    @Tag("ASVS-6.5.1")
    void a_used_code_and_older_ones_are_wrong() {
        assertThat(secondFactor.check(account, codeInSteps(0))).isEqualTo(CodeResult.RIGHT);
        assertThat(secondFactor.check(account, codeInSteps(0))).isEqualTo(CodeResult.WRONG);
        assertThat(secondFactor.check(account, codeInSteps(-1))).isEqualTo(CodeResult.WRONG);
        assertThat(secondFactor.check(account, codeInSteps(1))).isEqualTo(CodeResult.RIGHT);
    }

    @Test
    @Tag("ASVS-6.6.3")
    void after_five_wrong_codes_no_code_is_looked_at_for_a_quarter_of_an_hour() {
        var seen = IntStream.range(0, 12)
                .mapToObj(i -> secondFactor.check(account, "no code " + i))
                .toList();
        assertThat(seen.subList(0, 5)).containsOnly(CodeResult.WRONG);
        assertThat(seen.subList(5, 12)).containsOnly(CodeResult.TOO_MANY);
        assertThat(secondFactor.check(account, codeInSteps(0))).isEqualTo(CodeResult.TOO_MANY);

        accounts.update(
                "update musicmuse.second_factor_tries set since = since - interval '901 seconds' where account_id = ?",
                account.value());
        assertThat(secondFactor.check(account, codeInSteps(0))).isEqualTo(CodeResult.RIGHT);
    }

    @Test
    @Tag("ASVS-6.6.3")
    void tries_at_once_are_counted_one_by_one() throws Exception {
        assertThat(AtOnce.call(() -> secondFactor.check(account, "000 000")))
                .containsOnly(CodeResult.WRONG, CodeResult.TOO_MANY)
                .filteredOn(CodeResult.WRONG::equals)
                .hasSize(5);
    }

    @Test
    void another_accounts_codes_open_nothing() throws Exception {
        var other = accounts.create();
        var codes = inTransaction.call(() -> recovery.make(account));
        assertThat(secondFactor.check(other, codes.get(0))).isEqualTo(CodeResult.WRONG);
        assertThat(secondFactor.check(other, codeInSteps(0))).isEqualTo(CodeResult.WRONG);
        assertThat(recoveryCodes()).isEqualTo(10);
    }

    @Test
    void new_recovery_codes_end_the_old_ones() throws Exception {
        var old = inTransaction.call(() -> recovery.make(account));
        inTransaction.call(() -> recovery.make(account));
        assertThat(secondFactor.check(account, old.get(0))).isEqualTo(CodeResult.WRONG);
        assertThat(recoveryCodes()).isEqualTo(10);
    }

    @Test
    void a_new_app_counts_only_after_its_first_code_and_ends_the_old_one() throws Exception {
        var oldSeed = seed;
        var newSeed = inTransaction.call(() -> apps.begin(account));
        assertThat(secondFactor.check(account, AuthenticatorCode.now(newSeed, 0)))
                .isEqualTo(CodeResult.WRONG);
        assertThat(secondFactor.check(account, AuthenticatorCode.now(oldSeed, 0)))
                .isEqualTo(CodeResult.RIGHT);

        assertThat(inTransaction.call(() -> apps.confirm(account, AuthenticatorCode.now(newSeed, 0))))
                .isTrue();
        assertThat(secondFactor.check(account, AuthenticatorCode.now(oldSeed, 1)))
                .isEqualTo(CodeResult.WRONG);
        assertThat(secondFactor.check(account, AuthenticatorCode.now(newSeed, 1)))
                .isEqualTo(CodeResult.RIGHT);
    }

    @Test
    @Tag("ASVS-6.5.2")
    @Tag("ASVS-6.5.3")
    @Tag("ASVS-14.2.4")
    void neither_seed_nor_recovery_code_is_in_the_database() throws Exception {
        var codes = inTransaction.call(() -> recovery.make(account));
        assertThat(accounts.number(
                        "select count(*) from musicmuse.authenticator_app where account_id = ? and sealed_seed like ?",
                        account.value(),
                        "%" + seed + "%"))
                .isZero();
        for (var code : codes) {
            assertThat(accounts.number(
                            "select count(*) from musicmuse.recovery_code where account_id = ? and code_hash in (?, ?)",
                            account.value(),
                            code,
                            code.replace("-", "")))
                    .isZero();
        }
        assertThat(accounts.number(
                        "select count(*) from musicmuse.recovery_code where account_id = ? and length(code_hash) = 64",
                        account.value()))
                .isEqualTo(10);
    }

    @Test
    @Tag("ASVS-6.5.5")
    void five_minutes_after_the_password_no_code_finishes_the_sign_in() throws Exception {
        var ticket = inTransaction.call(
                () -> completion.ticket(repository.find(account).orElseThrow()));
        moveTicketBack(290);
        assertThat(secondFactor.finish(ticket, "no code").code()).contains(CodeResult.WRONG);
        moveTicketBack(11);
        var late = secondFactor.finish(ticket, codeInSteps(0));
        assertThat(late.code()).isEmpty();
        assertThat(late.signIn()).isEmpty();
    }

    private void moveTicketBack(int seconds) {
        accounts.update(
                "update musicmuse.one_time_token set expires_at = expires_at - make_interval(secs => ?)"
                        + " where token_use = 'SECOND_FACTOR' and account_id = ?",
                seconds,
                account.value());
    }

    /** Eight tries at once are three more than are allowed: those are not looked at, the others are wrong. */
    private static void assertOneIsRight(List<CodeResult> results) {
        assertThat(results).filteredOn(CodeResult.RIGHT::equals).hasSize(1);
    }

    private long recoveryCodes() {
        return accounts.number("select count(*) from musicmuse.recovery_code where account_id = ?", account.value());
    }

    private void forgetStepsAndTries() {
        accounts.update("update musicmuse.authenticator_app set last_step = -1 where account_id = ?", account.value());
        accounts.update("delete from musicmuse.second_factor_tries where account_id = ?", account.value());
    }

    private String codeInSteps(int steps) {
        return AuthenticatorCode.now(seed, steps);
    }
}
