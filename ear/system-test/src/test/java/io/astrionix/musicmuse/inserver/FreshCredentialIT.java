package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.AccountAdministration;
import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.accounts.boundary.GuardianService;
import io.astrionix.musicmuse.accounts.boundary.OwnDevices;
import io.astrionix.musicmuse.accounts.boundary.OwnPasskeys;
import io.astrionix.musicmuse.accounts.boundary.OwnSecondFactor;
import io.astrionix.musicmuse.accounts.boundary.PasskeyRefusedException;
import io.astrionix.musicmuse.accounts.boundary.SecondFactorNotGivenException;
import io.astrionix.musicmuse.accounts.boundary.TooManyExportsException;
import io.astrionix.musicmuse.accounts.boundary.TooManyPasskeysException;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.AsPlatformAdmin;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.inserver.inside.roles.Callers;
import io.astrionix.musicmuse.server.AuthenticatorCode;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What nobody can do in a browser that was left signed in: it needs the password of the last five minutes. */
class FreshCredentialIT extends Deployed {

    private static final TypedPassword PASSWORD = new TypedPassword(TestSignIns.PASSWORD);

    @Inject
    private CredentialService credentials;

    @Inject
    private OwnSecondFactor app;

    @Inject
    private OwnPasskeys passkeys;

    @Inject
    private OwnDevices devices;

    @Inject
    private AccountAdministration administration;

    @Inject
    private GuardianService guardians;

    @Inject
    private Callers callers;

    @Inject
    private AsPlatformAdmin admin;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private AccountId person;

    @BeforeEach
    void somebody_comes() {
        person = signIns.person(Role.LEARNER);
    }

    @Test
    @Tag("ASVS-7.5.1")
    void changes_of_email_and_second_factor_are_refused_until_the_password_was_typed_again() throws Exception {
        var signIn = signIns.signIn(person, SignInLevel.SECOND_FACTOR);
        var newEmail = UUID.randomUUID() + "@new.musicmuse.test";
        List<ThrowingCallable> changes = List.of(
                () -> credentials.askEmailChange(newEmail),
                () -> app.beginApp(),
                () -> app.makeRecoveryCodes(),
                () -> app.removeApp(),
                () -> passkeys.add("{}", "challenge", "phone"),
                () -> passkeys.remove(UUID.randomUUID()),
                () -> devices.openToNew());
        signIns.grewStale(signIn);
        assertThat(changes).allSatisfy(FreshCredentialIT::assertNotFresh);
        assertThat(signIns.mails("CONFIRM_NEW_EMAIL", newEmail)).isZero();

        assertThat(credentials.confirm(new TypedPassword("not the password"))).isFalse();
        assertThat(changes).allSatisfy(FreshCredentialIT::assertNotFresh);

        assertThat(credentials.confirm(PASSWORD)).isTrue();
        credentials.askEmailChange(newEmail);
        assertThat(signIns.mails("CONFIRM_NEW_EMAIL", newEmail)).isEqualTo(1);
        assertThat(app.beginApp().seed()).isNotEmpty();
    }

    @Test
    @Tag("ASVS-6.4.4")
    @Tag("ASVS-7.5.1")
    void the_password_alone_replaces_no_second_factor() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var early = app.beginApp().seed(); // by somebody who knew the password before there was a second factor
        givePasskey();

        signIns.signIn(person, SignInLevel.PASSWORD);
        assertNeedsSecondFactor(() -> app.beginApp());
        assertNeedsSecondFactor(() -> app.makeRecoveryCodes());
        assertNeedsSecondFactor(() -> app.removeApp());
        assertNeedsSecondFactor(() -> passkeys.add("{}", "challenge", "phone"));
        assertNeedsSecondFactor(() -> passkeys.remove(UUID.randomUUID()));
        assertNeedsSecondFactor(() -> app.confirmApp(AuthenticatorCode.now(early, 0)));

        signIns.signIn(person, SignInLevel.SECOND_FACTOR);
        assertThatCode(() -> app.makeRecoveryCodes()).doesNotThrowAnyException();
    }

    @Test
    @Tag("ASVS-7.5.3")
    @Tag("ASVS-6.4.4")
    void an_administrator_gives_and_takes_roles_and_second_factors_with_a_fresh_credential_only() throws Exception {
        var other = signIns.person(Role.TRAINER);
        var invited = UUID.randomUUID() + "@new.musicmuse.test";
        List<ThrowingCallable> changes = List.of(
                () -> administration.grant(other, Role.SUPPORT),
                () -> administration.revoke(other, Role.TRAINER),
                () -> administration.resetSecondFactor(other),
                () -> administration.invite(invited, Role.TRAINER, Locale.ENGLISH));
        var signIn = signIns.signIn(person, SignInLevel.SECOND_FACTOR);
        signIns.grewStale(signIn);
        for (var change : changes) {
            assertNotFresh(() -> asAdmin(change));
        }
        assertThat(rolesOf(other)).isEqualTo("TRAINER");
        assertThat(signIns.mails("INVITATION", invited)).isZero();

        assertThat(credentials.confirm(PASSWORD)).isTrue();
        for (var change : changes) {
            assertThatCode(() -> asAdmin(change)).doesNotThrowAnyException();
        }
        assertThat(rolesOf(other)).isEqualTo("SUPPORT");
        assertThat(signIns.mails("INVITATION", invited)).isEqualTo(1);
    }

    @Test
    @Tag("ASVS-7.5.3")
    void a_guardian_exports_and_withdraws_with_a_fresh_credential_only() throws Exception {
        var child = childOf(person);
        var signIn = signIns.signIn(person, SignInLevel.PASSWORD);
        signIns.grewStale(signIn);
        assertNotFresh(() -> asGuardian(() -> guardians.export(child.value())));
        assertNotFresh(() -> asGuardian(() -> guardians.withdraw(child.value())));
        assertThat(statusOf(child)).isEqualTo("ACTIVE");

        assertThat(credentials.confirm(PASSWORD)).isTrue();
        assertThatCode(() -> asGuardian(() -> guardians.export(child.value()))).doesNotThrowAnyException();
        asGuardian(() -> guardians.withdraw(child.value()));
        assertThat(statusOf(child)).isEqualTo("LOCKED");
    }

    @Test
    @Tag("ASVS-2.4.1")
    void a_guardian_exports_so_often_and_no_more() throws Exception {
        var child = childOf(person);
        signIns.signIn(person, SignInLevel.PASSWORD);
        for (int i = 0; i < 10; i++) {
            assertThatCode(() -> asGuardian(() -> guardians.export(child.value())))
                    .as("export " + i)
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> asGuardian(() -> guardians.export(child.value())))
                .isInstanceOf(TooManyExportsException.class);
    }

    @Test
    @Tag("R63")
    void what_a_child_wrote_to_us_is_not_shown_to_the_guardian() throws Exception {
        var child = childOf(person);
        accounts.update(
                "insert into musicmuse.support_thread (id, version, reference, category, status, urgent, sender_name,"
                        + " sender_email, language, signed_in, account_id, opened_at, due_at, last_message_at)"
                        + " values (gen_random_uuid(), 1, ?, 'CHILD', 'OPEN', true, 'Child', 'confided@child.test',"
                        + " 'en', true, ?, now(), now(), now())",
                "M-" + child,
                child.value());
        signIns.signIn(person, SignInLevel.PASSWORD);
        var seen = new StringBuilder();

        asGuardian(() -> seen.append(guardians.stored(child.value())));
        asGuardian(() -> seen.append(guardians.export(child.value())));

        assertThat(seen).contains("Account").doesNotContain("SupportThread", "confided@child.test");
    }

    private static void assertNotFresh(ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOf(CredentialNotFreshException.class);
    }

    private static void assertNeedsSecondFactor(ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOf(SecondFactorNotGivenException.class);
    }

    /** As if the owner had set one up, in a sign-in of the owner's own. */
    @Test
    @Tag("ASVS-5.2.4")
    void an_account_has_ten_passkeys_at_most() throws Exception {
        signIns.signIn(person, SignInLevel.SECOND_FACTOR);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> passkeys.add("{}", "challenge", "phone"))
                    .isInstanceOf(PasskeyRefusedException.class);
            givePasskey();
        }
        assertThatThrownBy(() -> passkeys.add("{}", "challenge", "phone")).isInstanceOf(TooManyPasskeysException.class);
    }

    private void givePasskey() {
        accounts.update(
                "insert into musicmuse.passkey (id, account_id, credential_id, credential_data, sign_count, synced, name,"
                        + " created_at) values (gen_random_uuid(), ?, ?, 'none', 0, false, 'phone', now())",
                person.value(),
                "of " + UUID.randomUUID());
    }

    private AccountId childOf(AccountId guardian) {
        var child = signIns.person(Role.LEARNER);
        accounts.update(
                "update musicmuse.account set age_state = 'MINOR', adult_from = current_date + 900 where id = ?",
                child.value());
        accounts.update(
                "insert into musicmuse.guardianship values (gen_random_uuid(), 1, ?, ?, now(), 'v1', false)",
                child.value(),
                guardian.value());
        return child;
    }

    private String rolesOf(AccountId account) {
        return accounts.text(
                "select string_agg(role, ' ' order by role) from musicmuse.account_role where account_id = ?",
                account.value());
    }

    private String statusOf(AccountId account) {
        return accounts.text("select status from musicmuse.account where id = ?", account.value());
    }

    private void asAdmin(ThrowingCallable work) throws Throwable {
        admin.call(() -> called(work));
    }

    private void asGuardian(ThrowingCallable work) throws Exception {
        callers.byRole().get(Role.GUARDIAN).call(() -> called(work));
    }

    private static boolean called(ThrowingCallable work) throws Exception {
        try {
            work.call();
            return true;
        } catch (Exception thrown) {
            throw thrown;
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }
}
