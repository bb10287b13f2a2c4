package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.accounts.boundary.EmailVerification;
import io.astrionix.musicmuse.accounts.boundary.PasswordResetService;
import io.astrionix.musicmuse.accounts.boundary.RegisterCommand;
import io.astrionix.musicmuse.accounts.boundary.RegistrationService;
import io.astrionix.musicmuse.accounts.boundary.SignInResult;
import io.astrionix.musicmuse.accounts.boundary.SignInService;
import io.astrionix.musicmuse.accounts.boundary.TooBusyException;
import io.astrionix.musicmuse.accounts.boundary.TooManyRegistrationsException;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.limits.boundary.Limit;
import io.astrionix.musicmuse.limits.boundary.RequestLimits;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The doors that strangers knock at are those that are limited: a network that had its turns gets no further. */
@Tag("ASVS-2.4.1")
class LimitedDoorsIT extends Deployed {

    private static final TypedPassword PASSWORD = new TypedPassword(TestSignIns.PASSWORD);

    /** Of networks that no other test uses. */
    private static int lastNetwork;

    @Inject
    private SignInService signIn;

    @Inject
    private RegistrationService registration;

    @Inject
    private EmailVerification verification;

    @Inject
    private PasswordResetService reset;

    @Inject
    private RequestLimits limits;

    @Inject
    private TestSignIns signIns;

    @Inject
    private TestAccounts accounts;

    private AccountId person;
    private String email;

    @BeforeEach
    void somebody_has_an_account() {
        person = signIns.person(Role.LEARNER);
        email = TestSignIns.email(person);
        signIns.comeFrom("10.77." + ++lastNetwork + ".9");
    }

    @Test
    void signing_in() {
        assertThat(signIn.signIn(email, PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
        useUp(Limit.SIGN_IN);
        assertThat(signIn.signIn(email, PASSWORD)).isInstanceOf(SignInResult.Busy.class);
    }

    @Test
    void registering_and_having_the_link_sent_again() {
        var newEmail = UUID.randomUUID() + "@new.musicmuse.test";
        register(newEmail);
        useUp(Limit.REGISTER);
        assertThatThrownBy(() -> verification.sendAgain(newEmail)).isInstanceOf(TooManyRegistrationsException.class);
        assertThat(signIns.mails("VERIFY_EMAIL", newEmail)).isEqualTo(1);

        var another = UUID.randomUUID() + "@new.musicmuse.test";
        assertThatThrownBy(() -> register(another)).isInstanceOf(TooManyRegistrationsException.class);
        assertThat(accounts.number("select count(*) from musicmuse.account where email = ?", another))
                .isZero();
    }

    @Test
    void asking_for_a_new_password() {
        reset.ask(email);
        useUp(Limit.RESET);
        assertThatThrownBy(() -> reset.ask(email)).isInstanceOf(TooBusyException.class);
        assertThat(signIns.mails("PASSWORD_RESET", email)).isEqualTo(1);
    }

    private void register(String address) {
        registration.register(
                new RegisterCommand("Ana", address, TestSignIns.PASSWORD, YearMonth.of(1990, 1), Locale.ENGLISH, true));
    }

    private void useUp(Limit limit) {
        int turns = 0;
        while (limits.tryTake(limit)) {
            turns++;
        }
        assertThat(turns).isPositive();
    }
}
