package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.erasure.boundary.ChildErasure;
import io.astrionix.musicmuse.erasure.boundary.NotAChildException;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.privacy.boundary.ErasureOutcome;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The account of somebody under 13 for whom nobody agreed: who erases it, and whose account is none of these. */
@Tag("R60")
class ChildErasureIT extends Deployed {

    @Inject
    private ChildErasure children;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    @Inject
    private Callers callers;

    private AccountId child;
    private AccountId trust;
    private UUID signIn;

    @BeforeEach
    void people() throws Exception {
        child = signIns.person(Role.LEARNER);
        trust = signIns.person(Role.TRUST);
        signIn = signIns.signIn(trust, SignInLevel.SECOND_FACTOR);
    }

    @Test
    void it_goes_at_once_and_who_said_so_is_written_down() throws Exception {
        signIns.signIn(child, SignInLevel.PASSWORD);
        signIn = signIns.signIn(trust, SignInLevel.SECOND_FACTOR);
        assertThat(asTrust(() -> children.find(" " + TestSignIns.email(child).toUpperCase(Locale.ROOT)))
                        .orElseThrow()
                        .id())
                .isEqualTo(child);

        assertThat(erase(child).pending()).isFalse();

        assertThat(isThere(child)).isFalse();
        assertThat(accounts.number("select count(*) from musicmuse.sign_in where account_id = ?", child.value()))
                .isZero();
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void only_trust_does_so_and_with_a_fresh_credential() throws Exception {
        assertThatThrownBy(() -> children.erase(child)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> callers.byRole().get(Role.SUPPORT).call(() -> children.erase(child)))
                .isInstanceOf(EJBAccessException.class);
        signIns.grewStale(signIn);
        assertThatThrownBy(() -> erase(child)).isInstanceOf(CredentialNotFreshException.class);
        assertThatThrownBy(() -> asTrust(() -> children.find("x"))).isInstanceOf(CredentialNotFreshException.class);

        assertThat(isThere(child)).isTrue();
        assertThat(audited()).isZero();
    }

    @Test
    void neither_the_staff_nor_oneself_nor_nobody_is_erased_as_a_child() throws Exception {
        var support = signIns.person(Role.SUPPORT);
        for (var no : new AccountId[] {support, trust, new AccountId(UUID.randomUUID())}) {
            assertThatThrownBy(() -> erase(no)).isInstanceOf(NotAChildException.class);
        }
        assertThat(isThere(support)).isTrue();
        assertThat(isThere(trust)).isTrue();
        assertThat(audited()).isZero();
    }

    @Test
    void neither_a_guardian_nor_a_child_whose_guardian_agreed() throws Exception {
        var guardian = signIns.person(Role.GUARDIAN);
        assertThatThrownBy(() -> erase(guardian)).isInstanceOf(NotAChildException.class);

        var minor = signIns.person(Role.LEARNER);
        accounts.update(
                "update musicmuse.account set age_state = 'MINOR', adult_from = current_date + 900 where id = ?",
                minor.value());
        accounts.update(
                "insert into musicmuse.guardianship values (?, 1, ?, ?, now(), '1', false, null)",
                UUID.randomUUID(),
                minor.value(),
                guardian.value());
        assertThatThrownBy(() -> erase(minor)).isInstanceOf(NotAChildException.class);

        assertThat(isThere(guardian)).isTrue();
        assertThat(isThere(minor)).isTrue();
        assertThat(audited()).isZero();
    }

    @Test
    void one_that_is_held_stays_and_can_be_used_no_more() throws Exception {
        signIns.signIn(child, SignInLevel.PASSWORD);
        signIn = signIns.signIn(trust, SignInLevel.SECOND_FACTOR);
        accounts.update(
                "insert into musicmuse.retention_hold (id, version, kind, scope, account_id, reason, owner_id, review_on,"
                        + " placed_by, placed_at) values (?, 1, 'LEGAL', 'PERSON', ?, 'case', ?, current_date, ?, now())",
                UUID.randomUUID(),
                child.value(),
                trust.value(),
                trust.value());

        assertThat(erase(child).kept()).contains("hold-24m");

        assertThat(isThere(child)).isTrue();
        assertThat(accounts.text("select status from musicmuse.account where id = ?", child.value()))
                .isEqualTo("LOCKED");
        assertThat(accounts.number(
                        "select count(*) from musicmuse.sign_in where account_id = ? and ended_at is null",
                        child.value()))
                .isZero();
        accounts.update("delete from musicmuse.retention_hold where account_id = ?", child.value());
    }

    private ErasureOutcome erase(AccountId whom) throws Exception {
        return asTrust(() -> children.erase(whom));
    }

    private <T> T asTrust(Callable<T> call) throws Exception {
        return callers.byRole().get(Role.TRUST).call(call);
    }

    private boolean isThere(AccountId account) {
        return accounts.number("select count(*) from musicmuse.account where id = ?", account.value()) == 1;
    }

    private long audited() {
        return accounts.number(
                "select count(*) from musicmuse.audit_entry e join musicmuse.audit_subject s on s.pseudonym = e.actor"
                        + " where e.action = 'CHILD_ERASED' and s.account_id = ?",
                trust.value());
    }
}
