package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.boundary.AccountAdministration;
import io.astrionix.musicmuse.accounts.boundary.CodeResult;
import io.astrionix.musicmuse.accounts.boundary.CredentialService;
import io.astrionix.musicmuse.accounts.boundary.OwnSecondFactor;
import io.astrionix.musicmuse.accounts.boundary.PasswordResetService;
import io.astrionix.musicmuse.accounts.boundary.SignInResult.SignedIn;
import io.astrionix.musicmuse.accounts.boundary.SignInService;
import io.astrionix.musicmuse.accounts.boundary.TypedPassword;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.inserver.inside.AsPlatformAdmin;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.server.AuthenticatorCode;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.RequestOrigin;
import io.astrionix.musicmuse.shared.Role;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mails by which an owner notices what somebody else did. */
class CredentialNoticesIT extends Deployed {

    private static final TypedPassword PASSWORD = new TypedPassword(TestSignIns.PASSWORD);
    private static final TypedPassword NEW_PASSWORD = new TypedPassword("lantern quartz meadow ferry");

    @Inject
    private SignInService signIn;

    @Inject
    private CredentialService credentials;

    @Inject
    private PasswordResetService reset;

    @Inject
    private OwnSecondFactor app;

    @Inject
    private AccountAdministration administration;

    @Inject
    private AsPlatformAdmin admin;

    @Inject
    private RequestOrigin origin;

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
    }

    @Test
    @Tag("ASVS-6.3.5")
    void a_sign_in_from_a_device_that_is_not_known() {
        signIns.comeFrom("10.78.1.9");
        var first = (SignedIn) signIn.signIn(email, PASSWORD);
        assertThat(signIns.mails("NEW_SIGN_IN", email)).as("the very first").isZero();

        signIn.signIn(email, PASSWORD);
        assertThat(signIns.mails("NEW_SIGN_IN", email)).as("another browser").isEqualTo(1);
        assertThat(accounts.text(
                        "select template_values from musicmuse.outbox_mail where template = 'NEW_SIGN_IN' and recipient = ?",
                        email))
                .contains(TestSignIns.DEVICE);

        origin.setDeviceCookie(first.deviceCookie());
        signIn.signIn(email, PASSWORD);
        assertThat(signIns.mails("NEW_SIGN_IN", email)).as("the first again").isEqualTo(1);
    }

    @Test
    @Tag("ASVS-6.3.7")
    void a_new_password_and_a_reset_one() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        assertThat(credentials.changePassword(new TypedPassword("not the password"), NEW_PASSWORD))
                .isFalse();
        assertThat(signIns.mails("PASSWORD_CHANGED", email)).isZero();
        assertThat(credentials.changePassword(PASSWORD, NEW_PASSWORD)).isTrue();
        assertThat(signIns.mails("PASSWORD_CHANGED", email)).isEqualTo(1);

        reset.ask(email);
        assertThat(reset.reset(accounts.tokenMailedTo(email, "PASSWORD_RESET"), PASSWORD))
                .isTrue();
        assertThat(signIns.mails("PASSWORD_CHANGED", email)).isEqualTo(2);
    }

    @Test
    @Tag("ASVS-6.3.7")
    void a_new_email_is_told_to_the_old_one() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var newEmail = UUID.randomUUID() + "@new.musicmuse.test";
        credentials.askEmailChange(newEmail);
        assertThat(signIns.mails("EMAIL_CHANGED", email)).isZero();

        assertThat(credentials.confirmEmailChange(accounts.tokenMailedTo(newEmail, "CONFIRM_NEW_EMAIL")))
                .isTrue();
        assertThat(credentials.email()).isEqualTo(newEmail);
        assertThat(signIns.mails("EMAIL_CHANGED", email)).isEqualTo(1);
    }

    @Test
    @Tag("ASVS-6.3.7")
    void every_change_of_the_second_factor() throws Exception {
        signIns.signIn(person, SignInLevel.PASSWORD);
        var seed = app.beginApp().seed();
        assertThat(changes()).isZero();
        assertThat(app.confirmApp(AuthenticatorCode.now(seed, 0))).isEqualTo(CodeResult.RIGHT);
        assertThat(changes()).isEqualTo(1);
        app.makeRecoveryCodes();
        assertThat(changes()).isEqualTo(2);
        app.removeApp();
        assertThat(changes()).isEqualTo(3);

        signIns.signIn(signIns.person(Role.LEARNER), SignInLevel.SECOND_FACTOR);
        admin.run(() -> administration.resetSecondFactor(person));
        assertThat(changes()).as("an administrator took it away").isEqualTo(4);
    }

    private long changes() {
        return signIns.mails("SECOND_FACTOR_CHANGED", email);
    }
}
