package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.SignInResult;
import io.astrionix.musicmuse.accounts.boundary.SignInService;
import io.astrionix.musicmuse.accounts.boundary.SignInSessions;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import java.util.Locale;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignInServiceIT extends Deployed {

    private static final String PASSWORD = "correct horse battery staple";

    @Inject
    private SignInService signIn;

    @Inject
    private SignInSessions signIns;

    @Inject
    private Passwords passwords;

    @Inject
    private TestAccounts accounts;

    private AccountId account;
    private String email;

    @BeforeEach
    void create_an_account() {
        account = accounts.create();
        email = account + "@test.musicmuse.test";
        accounts.update("insert into musicmuse.account_role values (?, 'LEARNER')", account.value());
        changePassword(PASSWORD);
    }

    @Test
    void the_right_password_signs_in_whatever_the_case_of_the_email() {
        for (var typed : new String[] {email, " " + email.toUpperCase(Locale.ROOT) + " "}) {
            var signedIn = (SignInResult.SignedIn) signIn.signIn(typed, new TypedPassword(PASSWORD));
            assertThat(signIns.check(signedIn.signIn())).hasValueSatisfying(view -> {
                assertThat(view.account()).isEqualTo(account);
                assertThat(view.displayName()).isEqualTo("Test");
                assertThat(view.roles()).containsExactly(Role.LEARNER);
            });
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_email_are_answered_alike() {
        var refused = new SignInResult.Refused();
        assertThat(signIn.signIn(email, new TypedPassword(PASSWORD + " "))).isEqualTo(refused);
        assertThat(signIn.signIn(email, new TypedPassword(""))).isEqualTo(refused);
        assertThat(signIn.signIn("nobody@test.musicmuse.test", new TypedPassword(PASSWORD)))
                .isEqualTo(refused);
    }

    @Test
    void of_a_long_password_every_byte_counts() {
        var first72Bytes = "0123456789".repeat(7) + "ab";
        changePassword(first72Bytes + "one");
        assertThat(signIn.signIn(email, new TypedPassword(first72Bytes + "one")))
                .isInstanceOf(SignInResult.SignedIn.class);
        assertThat(signIn.signIn(email, new TypedPassword(first72Bytes + "two")))
                .isEqualTo(new SignInResult.Refused());
        assertThat(signIn.signIn(email, new TypedPassword(first72Bytes))).isEqualTo(new SignInResult.Refused());
    }

    @Test
    @Tag("ASVS-6.2.10")
    void a_password_of_ten_years_ago_still_signs_in() {
        accounts.update(
                "update musicmuse.account set created_at = created_at - interval '10 years' where id = ?",
                account.value());
        assertThat(signIn.signIn(email, new TypedPassword(PASSWORD))).isInstanceOf(SignInResult.SignedIn.class);
        assertThat(accounts.number("select count(*) from information_schema.columns where table_schema = 'musicmuse'"
                        + " and column_name ~ 'password.*(_at|_until|age|expire)'"))
                .as("columns that could make a password expire")
                .isZero();
    }

    /** The message of such a refusal holds the arguments. */
    @Test
    @Tag("R67")
    @Tag("ASVS-16.2.5")
    void a_refused_call_is_not_logged_and_would_tell_no_log_its_password() {
        assertThatThrownBy(() -> signIn.signIn("no\naddress", new TypedPassword(PASSWORD)))
                .as("not an EJBException, which the container would log")
                .isInstanceOf(ConstraintViolationException.class)
                .satisfies(
                        refusal -> assertThat(Throwables.getStackTrace(refusal)).doesNotContain(PASSWORD));
    }

    @Test
    @Tag("R67")
    void a_password_is_kept_as_bcrypt_only() {
        assertThat(accounts.number(
                        "select count(*) from musicmuse.account where id = ? and password_hash like 'mm1$1$$2a$12$%'",
                        account.value()))
                .isEqualTo(1);
    }

    private void changePassword(String password) {
        accounts.update(
                "update musicmuse.account set password_hash = ? where id = ?",
                passwords.hash(password),
                account.value());
    }
}
