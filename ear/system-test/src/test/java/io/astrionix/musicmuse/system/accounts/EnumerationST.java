package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody learns from a form of ours who has an account. */
@SystemTest
@Tag("ASVS-6.3.8")
class EnumerationST {

    private static final YearMonth ADULT = YearMonth.of(1980, 5);

    private final RunningMusicMuse musicMuse;
    private final Person known;
    private final Visitor stranger;

    EnumerationST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.known = Person.learner(musicMuse);
        this.stranger = Visitor.stranger(musicMuse);
    }

    /** From the eleventh try on both are locked, so both the looking and the waiting are in it. */
    @Test
    void signing_in() {
        var open = stranger.fillIn("signin.xhtml");
        var samples = Samples.take(
                i -> signIn(open, known.email(), "wrong guess " + i),
                i -> signIn(open, "nobody@person.example", "wrong guess " + i));
        assertAlike(samples, "sign-in");
    }

    @Test
    void asking_for_a_reset() {
        var open = stranger.fillIn("reset.xhtml");
        var samples = Samples.take(i -> ask(open, known.email()), i -> ask(open, "nobody" + i + "@person.example"));
        assertAlike(samples, "reset");
    }

    /** A password is hashed on both sides; whether the address is taken, only its owner is told, by mail. */
    @Test
    void registering() {
        var open = stranger.fillIn("register.xhtml");
        var samples = Samples.take(i -> register(open, known.email()), i -> register(open, newcomer("register", i)));
        assertAlike(samples, "registration");
    }

    /** Whoever registers an address and then signs in with the same password learns nothing either. */
    @Test
    void signing_in_after_registering() {
        var newcomer = newcomer("unverified", 0);
        register(stranger.fillIn("register.xhtml"), newcomer);
        register(stranger.fillIn("register.xhtml"), known.email());
        var open = stranger.fillIn("signin.xhtml");
        var samples = Samples.take(
                i -> signIn(open, known.email(), RegisterPage.PASSWORD),
                i -> signIn(open, newcomer, RegisterPage.PASSWORD));
        assertAlike(samples, "sign-in-after-registering");
    }

    @Test
    void asking_for_the_link_again() {
        var open = stranger.fillIn("verify.xhtml");
        var samples = Samples.take(i -> askAgain(open, known.email()), i -> askAgain(open, newcomer("again", i)));
        assertAlike(samples, "link-again");
    }

    @Test
    void inviting() {
        var open = Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN")).fillIn("admin/users.xhtml");
        var samples = Samples.take(i -> invite(open, known.email()), i -> invite(open, newcomer("invite", i)));
        assertAlike(samples, "invitation");
    }

    /** On both sides the invitation went to the address; whether it has an account shows only when it is taken. */
    @Test
    void opening_an_invitation() {
        var admin =
                Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN")).fillIn("admin/users.xhtml");
        var newcomer = newcomer("opened", 0);
        invite(admin, known.email());
        invite(admin, newcomer);
        var toKnown = Mailbox.pathFor(musicMuse, known.email(), MailTemplate.INVITATION);
        var toNewcomer = Mailbox.pathFor(musicMuse, newcomer, MailTemplate.INVITATION);
        var samples = Samples.take(i -> open(toKnown, known.email()), i -> open(toNewcomer, newcomer));
        assertAlike(samples, "invitation-opened");
    }

    private static String newcomer(String form, int number) {
        return form + number + "@newcomer.example";
    }

    private static String register(Visitor.OpenPage page, String email) {
        return seen(email, page.submit("register", "register:submit", RegisterPage.fields(email, ADULT)));
    }

    private static String askAgain(Visitor.OpenPage page, String email) {
        return seen(email, page.submit("again", "again:submit", Map.of("again:email", email)));
    }

    /** Without the table of accounts below the form, which the administrator may see. */
    private static String invite(Visitor.OpenPage page, String email) {
        var answer =
                page.submit("invite", "invite:submit", Map.of("invite:email", email, "invite:role_input", "TRAINER"));
        return seen(email, answer).replaceAll("(?s)<tbody.*?</tbody>", "");
    }

    private String open(String invitation, String email) {
        var token = invitation.substring(invitation.indexOf('=') + 1);
        return seen(email, stranger.get(invitation)).replace(token, "token");
    }

    private static String signIn(Visitor.OpenPage page, String email, String password) {
        return seen(
                email,
                page.submit("signIn", "signIn:submit", Map.of("signIn:email", email, "signIn:password", password)));
    }

    private static String ask(Visitor.OpenPage page, String email) {
        return seen(email, page.submit("reset", "reset:submit", Map.of("reset:email", email)));
    }

    private static String seen(String typed, HttpResponse<String> answer) {
        var location = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() + location + answer.body().replace(typed, "what was typed");
    }

    private static void assertAlike(Samples samples, String form) {
        samples.keep(form);
        assertThat(samples.answers())
                .as("different answers: %s", samples.difference())
                .hasSize(1);
        assertThat(samples.timeTells()).as(samples.times()).isFalse();
    }
}
