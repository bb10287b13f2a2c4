package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.AuthenticatorCode;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the links of mails are no way around: the sign-in page, and the second factor behind it. */
@SystemTest
class MailLinksST {

    private static final Pattern SEED = Pattern.compile("<code class=\"mm-seed\">([A-Z2-7 ]+)</code>");
    private static final String ENROLMENT = "account/second-factor.xhtml";
    private static final String PAGE = "practice/choose.xhtml";
    private static final String NEW_PASSWORD = "lantern quartz meadow ferry";

    private final RunningMusicMuse musicMuse;
    private final Visitor stranger;

    MailLinksST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.stranger = Visitor.stranger(musicMuse);
    }

    @Test
    @Tag("ASVS-6.4.3")
    @Tag("ASVS-6.3.4")
    void a_reset_password_still_needs_the_second_factor() {
        var person = Person.learner(musicMuse);
        var seed = enrol(Visitor.signedIn(musicMuse, person.account()));

        reset(person.email());
        assertThat(isSignedIn()).as("by the link").isFalse();
        assertThat(Visitor.isSecondStep(stranger.signIn(person.email(), NEW_PASSWORD)))
                .isTrue();
        assertThat(isSignedIn()).as("by the password").isFalse();
        assertThat(stranger.get(ENROLMENT).statusCode())
                .as("a new second factor in place of the old one")
                .isEqualTo(302);

        assertThat(stranger.secondStep(AuthenticatorCode.now(seed, 1)).statusCode())
                .isEqualTo(302);
        assertThat(isSignedIn()).isTrue();
    }

    @Test
    @Tag("ASVS-6.3.4")
    void the_link_of_a_registration_signs_nobody_in() {
        var email = UUID.randomUUID() + "@links.musicmuse.test";
        RegisterPage.register(stranger, email, YearMonth.of(1990, 1));
        assertThat(isSignedIn()).isFalse();
        var link = Mailbox.pathFor(musicMuse, email, MailTemplate.VERIFY_EMAIL);
        stranger.submit(link, "verify", "verify:submit", Map.of("verify:password", RegisterPage.PASSWORD));
        assertThat(isSignedIn()).isFalse();
        assertThat(stranger.signIn(email, RegisterPage.PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("ASVS-6.3.4")
    void the_link_to_a_new_address_signs_nobody_in() {
        var person = Person.learner(musicMuse);
        var newEmail = UUID.randomUUID() + "@links.musicmuse.test";
        Visitor.signedIn(musicMuse, person.account())
                .submit("account/email.xhtml", "email", "email:submit", Map.of("email:email", newEmail));
        var link = Mailbox.pathFor(musicMuse, newEmail, MailTemplate.CONFIRM_NEW_EMAIL);
        stranger.submit(link, "confirm", "confirm:submit", Map.of("confirm:token", link.replaceFirst(".*=", "")));
        assertThat(isSignedIn()).isFalse();
        assertThat(stranger.signIn(newEmail, person.account().password()).statusCode())
                .isEqualTo(302);
    }

    private boolean isSignedIn() {
        return stranger.get(PAGE).statusCode() == 200;
    }

    private void reset(String email) {
        stranger.submit("reset.xhtml", "reset", "reset:submit", Map.of("reset:email", email));
        var link = Mailbox.pathFor(musicMuse, email, MailTemplate.PASSWORD_RESET);
        stranger.submit(
                link,
                "reset",
                "reset:submit",
                Map.of("reset:token", link.replaceFirst(".*=", ""), "reset:newPassword", NEW_PASSWORD));
    }

    private static String enrol(Visitor visitor) {
        var page = visitor.fillIn(ENROLMENT);
        var found = SEED.matcher(page.submit("app", "app:begin", Map.of()).body());
        assertThat(found.find()).isTrue();
        var seed = found.group(1).replace(" ", "");
        page.submit("app", "app:confirm", Map.of("app:code", AuthenticatorCode.now(seed, 0)));
        return seed;
    }
}
