package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.AuthenticatorCode;
import io.astrionix.musicmuse.server.DemoAccount;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an administrator does, and what it means for the others on their next request. */
@SystemTest
class AdministrationST {

    private static final Pattern SEED = Pattern.compile("<code class=\"mm-seed\">([A-Z2-7 ]+)</code>");
    private static final String PASSWORD = "eleven violas under the bridge";
    private static final String ENROLMENT = "account/second-factor.xhtml";

    private final RunningMusicMuse musicMuse;
    private final Visitor admin;

    AdministrationST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.admin = Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN"));
    }

    @Test
    @Tag("ASVS-6.3.2")
    @Tag("ASVS-6.3.3")
    void the_link_of_the_log_makes_the_first_admin_once_who_must_enrol() {
        var link = musicMuse.setupLink().orElseThrow();
        var page = link.substring(link.indexOf("setup.xhtml"));
        var email = newEmail();
        var fields = Map.of(
                "setup:name", "Ada", "setup:email", email, "setup:password", PASSWORD, "setup:token", token(page));
        var stranger = Visitor.stranger(musicMuse);
        var open = stranger.fillIn(page);
        assertThat(open.submit("setup", "setup:submit", fields).body()).contains("Your account is there");

        assertThat(stranger.get(page).body()).contains("This link was used").doesNotContain("setup:password");
        var second = new HashMap<>(fields);
        second.put("setup:email", newEmail());
        open.submit("setup", "setup:submit", second);
        assertThat(Visitor.stranger(musicMuse)
                        .signIn(second.get("setup:email"), PASSWORD)
                        .statusCode())
                .isEqualTo(200);

        var ada = Visitor.stranger(musicMuse);
        ada.signIn(email, PASSWORD);
        assertThat(location(ada.get("admin/users.xhtml"))).endsWith("/" + ENROLMENT);
        enrol(ada);
        assertThat(ada.get("admin/users.xhtml").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("ASVS-6.3.3")
    void an_invited_trainer_must_enrol_before_anything_else() {
        var email = newEmail();
        admin.submit(
                "admin/users.xhtml",
                "invite",
                "invite:submit",
                Map.of("invite:email", email, "invite:role_input", "TRAINER"));
        var page = Mailbox.pathFor(musicMuse, email, MailTemplate.INVITATION);
        var fields = Map.of("invitation:name", "Tom", "invitation:password", PASSWORD, "invitation:token", token(page));
        var trainer = Visitor.stranger(musicMuse);
        assertThat(trainer.submit(page, "invitation", "invitation:submit", fields)
                        .body())
                .contains("Your account is there");
        assertThat(trainer.get(page).body()).contains("This invitation was used");

        trainer.signIn(email, PASSWORD);
        for (var path : new String[] {"practice/choose.xhtml", "account/sessions.xhtml", "admin/users.xhtml"}) {
            assertThat(location(trainer.get(path))).as(path).endsWith("/" + ENROLMENT);
        }
        assertThat(roundabout(trainer, "/ws/../account/profile.xhtml")).isNotEqualTo(200);
        enrol(trainer);
        assertThat(trainer.get("practice/choose.xhtml").statusCode()).isEqualTo(200);
        assertThat(roundabout(trainer, "/ws/../account/profile.xhtml"))
                .as("what was refused before, and why")
                .isEqualTo(200);
    }

    /** Anybody can begin an account with the invited address. */
    @Test
    void an_invitation_is_for_the_owner_of_the_mailbox_whoever_has_registered_the_address() {
        var email = newEmail();
        invite(email, "TRAINER");
        RegisterPage.register(Visitor.stranger(musicMuse), email, YearMonth.of(1980, 5));
        var page = Mailbox.pathFor(musicMuse, email, MailTemplate.INVITATION);
        var fields = Map.of("invitation:name", "Tom", "invitation:password", PASSWORD, "invitation:token", token(page));
        var trainer = Visitor.stranger(musicMuse);
        assertThat(trainer.submit(page, "invitation", "invitation:submit", fields)
                        .body())
                .contains("Your account is there");
        assertThat(trainer.signIn(email, PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    @Tag("R62")
    void nobody_is_invited_past_the_question_of_age() {
        var email = newEmail();
        for (var role : List.of("LEARNER", "GUARDIAN")) {
            invite(email, role);
        }
        assertThat(Mailbox.count(musicMuse, email, MailTemplate.INVITATION)).isZero();
    }

    private void invite(String email, String role) {
        admin.submit(
                "admin/users.xhtml",
                "invite",
                "invite:submit",
                Map.of("invite:email", email, "invite:role_input", role));
    }

    private static int roundabout(Visitor visitor, String path) {
        var request = HttpRequest.newBuilder(URI.create(visitor.origin() + path))
                .header("Cookie", visitor.cookieHeader())
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", interrupted);
        }
    }

    @Test
    @Tag("ASVS-8.3.2")
    void a_role_taken_away_is_gone_on_the_next_request() {
        var finance = musicMuse.demo("FINANCE");
        var user = "admin/user.xhtml?id=" + idOf(finance);
        admin.submit(user, "user", "user:others:0:grant", Map.of()); // the first missing role
        var visitor = Visitor.signedIn(musicMuse, finance);
        assertThat(visitor.get("practice/choose.xhtml").statusCode()).isEqualTo(200);

        admin.submit(user, "user", "user:held:0:revoke", Map.of());
        assertThat(visitor.get("practice/choose.xhtml").statusCode()).isNotEqualTo(200);
    }

    @Test
    @Tag("ASVS-7.4.2")
    void a_locked_account_is_signed_out_and_stays_out_until_unlocked() {
        var trust = musicMuse.demo("TRUST");
        var user = "admin/user.xhtml?id=" + idOf(trust);
        var visitor = Visitor.signedIn(musicMuse, trust);
        admin.submit(user, "user", "user:lock", Map.of("user:reason", "a test"));
        assertThat(location(visitor.get("account/sessions.xhtml"))).contains("/signin.xhtml");
        assertThat(Visitor.isSecondStep(Visitor.stranger(musicMuse).signIn(trust.email(), trust.password())))
                .isFalse();
        admin.submit(user, "user", "user:unlock", Map.of());
        assertThat(Visitor.signedIn(musicMuse, trust)
                        .get("account/sessions.xhtml")
                        .statusCode())
                .isEqualTo(200);
    }

    /** Eight characters are enough only beside the second factor that is gone then. */
    @Test
    @Tag("ASVS-6.2.1")
    void a_second_factor_taken_away_takes_a_short_password_with_it() {
        var person = Person.learner(musicMuse);
        var visitor = Visitor.signedIn(musicMuse, person.account());
        enrol(visitor);
        var shortOne = "zq7kvTm2x";
        visitor.submit(
                "account/password.xhtml",
                "password",
                "password:submit",
                Map.of("password:current", person.account().password(), "password:newPassword", shortOne));
        var elsewhere = Visitor.stranger(musicMuse);
        assertThat(Visitor.isSecondStep(elsewhere.signIn(person.email(), shortOne)))
                .isTrue();

        admin.submit("admin/user.xhtml?id=" + person.id(), "user", "user:resetSecondFactor", Map.of());

        assertThat(elsewhere.signIn(person.email(), shortOne).statusCode()).isEqualTo(200);
        assertThat(Mailbox.count(musicMuse, person.email(), MailTemplate.PASSWORD_RESET))
                .isEqualTo(1);
    }

    @Test
    @Tag("ASVS-7.4.5")
    void an_administrator_signs_somebody_out_everywhere() {
        var person = Person.learner(musicMuse);
        var here = Visitor.signedIn(musicMuse, person.account());
        var there = Visitor.signedIn(musicMuse, person.account());
        admin.submit("admin/user.xhtml?id=" + person.id(), "user", "user:endSignIns", Map.of());
        assertThat(location(here.get("account/sessions.xhtml"))).contains("/signin.xhtml");
        assertThat(location(there.get("account/sessions.xhtml"))).contains("/signin.xhtml");
        assertThat(Visitor.signedIn(musicMuse, person.account())
                        .get("account/sessions.xhtml")
                        .statusCode())
                .as("a new sign-in")
                .isEqualTo(200);
    }

    @Test
    @Tag("ASVS-6.4.4")
    void who_lost_every_second_factor_sets_up_another_before_anything_else() {
        var person = Person.learner(musicMuse);
        person.update("insert into musicmuse.account_role values (?, 'TRAINER')", person.id());
        var trainer = Visitor.signedIn(musicMuse, person.account());
        enrol(trainer);
        assertThat(trainer.get("practice/choose.xhtml").statusCode()).isEqualTo(200);

        admin.submit("admin/user.xhtml?id=" + person.id(), "user", "user:resetSecondFactor", Map.of());
        assertThat(location(trainer.get("practice/choose.xhtml"))).contains("/signin.xhtml");
        var again = Visitor.signedIn(musicMuse, person.account());
        assertThat(location(again.get("practice/choose.xhtml"))).endsWith("/" + ENROLMENT);
        assertThat(Mailbox.count(musicMuse, person.email(), MailTemplate.SECOND_FACTOR_CHANGED))
                .as("set up, recovery codes, taken away")
                .isEqualTo(3);
    }

    @Test
    @Tag("ASVS-7.5.3")
    void the_audit_log_is_exported_after_the_password_only() throws SQLException {
        assertThat(exported().headers().firstValue("Content-Disposition")).isPresent();
        try (var connection = musicMuse.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update musicmuse.sign_in set credential_confirmed_at = now() - interval '6 minutes'");
        }
        var stale = exported();
        assertThat(stale.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(location(stale)).contains("/account/confirm.xhtml?next=%2Fadmin%2Faudit.xhtml");
    }

    private HttpResponse<String> exported() {
        var nothing = UUID.randomUUID().toString();
        return admin.submit("admin/audit.xhtml", "log", "log:export", Map.of("log:object", nothing));
    }

    private static void enrol(Visitor visitor) {
        var page = visitor.fillIn(ENROLMENT);
        var found = SEED.matcher(page.submit("app", "app:begin", Map.of()).body());
        assertThat(found.find()).isTrue();
        var code = AuthenticatorCode.now(found.group(1).replace(" ", ""), 0);
        page.submit("app", "app:confirm", Map.of("app:code", code));
    }

    /** As the list shows it to whoever searches for the email. */
    private String idOf(DemoAccount account) {
        var list = admin.submit("admin/users.xhtml", "users", "users:search", Map.of("users:text", account.email()));
        var found = Pattern.compile("user\\.xhtml\\?id=([0-9a-f-]{36})\"[^>]*>" + Pattern.quote(account.email()))
                .matcher(list.body());
        assertThat(found.find()).as(account + " in the list").isTrue();
        return found.group(1);
    }

    private static String newEmail() {
        return UUID.randomUUID() + "@staff.musicmuse.test";
    }

    private static String token(String page) {
        return page.substring(page.indexOf("token=") + "token=".length());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
