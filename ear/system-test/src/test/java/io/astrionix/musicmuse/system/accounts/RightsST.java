package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Requests about data by the pages: as the person, as a stranger, and at the desk. */
@SystemTest
class RightsST {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DELETE = "account/delete.xhtml";
    private static final String RIGHTS = "account/privacy.xhtml";

    private final RunningMusicMuse musicMuse;
    private final Visitor stranger;
    private Person person;
    private Visitor visitor;

    RightsST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.stranger = Visitor.stranger(musicMuse);
    }

    @BeforeEach
    void somebody_comes() {
        person = Person.learner(musicMuse);
        visitor = Visitor.signedIn(musicMuse, person.account());
    }

    @Test
    @Tag("R52")
    @Tag("R55")
    void a_deletion_says_what_is_lost_signs_out_and_can_be_called_off_by_the_link_in_the_mail() throws Exception {
        assertThat(visitor.get(DELETE).body()).contains("Accounts", "Sign-ins", person.email());
        assertThat(delete("somebody@else.example").body()).contains("Nothing was deleted");

        var deleted = delete(person.email());
        assertThat(deleted.headers().firstValue("Location").orElse("")).contains("/index.xhtml?deletion=asked");
        awaitSignedOut();
        var administrator = Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN"));
        assertThat(administrator.get("admin/user.xhtml?id=" + person.id()).body())
                .as("the profile is hidden")
                .contains("To be deleted")
                .doesNotContain("<h1>Pat");

        var link = linkOf(MailTemplate.REQUEST_RECEIVED);
        assertThat(stranger.get(link).body()).contains("can still be called off");
        assertThat(press(link, "cancel").body()).contains("The request was called off");
        assertThat(stranger.get(link).body()).contains("does not work any more");
        assertThat(Mailbox.count(musicMuse, person.email(), MailTemplate.REQUEST_CANCELLED))
                .isEqualTo(1);
    }

    @Test
    @Tag("R53")
    void a_stranger_gets_one_answer_for_every_address_and_nothing_happens_without_the_link() throws Exception {
        var unknown = ask(UUID.randomUUID() + "@nobody.example");
        var known = ask(person.email());
        assertThat(withoutTokens(known)).isEqualTo(withoutTokens(unknown)).contains("a mail is on its way");

        var link = linkOf(MailTemplate.REQUEST_CONFIRM);
        assertThat(visitor.get(RIGHTS).body()).contains("waits for the link in the mail");
        assertThat(press(link, "confirm").body()).contains("We have begun");
        assertThat(visitor.get(RIGHTS).body()).doesNotContain("waits for the link in the mail");
    }

    @Test
    @Tag("R53")
    void a_link_pressed_twice_says_that_the_request_is_confirmed() throws Exception {
        ask(person.email(), "DELETION");
        var link = linkOf(MailTemplate.REQUEST_CONFIRM);
        assertThat(press(link, "confirm").body()).contains("We have begun");
        assertThat(press(link, "confirm").body())
                .contains("This request is confirmed")
                .doesNotContain("does not work any more", "???");
    }

    @Test
    @Tag("R43")
    @Tag("R46")
    void a_person_gets_the_file_with_everything() throws Exception {
        assertThat(visitor.get("account/export").statusCode()).isEqualTo(404);
        visitor.submit(RIGHTS, "export", "export:submit", Map.of());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (visitor.get("account/export").statusCode() != 200 && System.nanoTime() < end) {
            Thread.sleep(1_000);
        }
        assertThat(visitor.get(RIGHTS).body()).contains("/account/export");
        var file = visitor.get("account/export");
        assertThat(file.body()).startsWith("PK").contains("index.html", "portable/data.json");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("musicmuse-data.zip");

        person.update(
                "update musicmuse.sign_in set credential_confirmed_at = now() - interval '301 seconds' where account_id = ?",
                person.id());
        assertThat(visitor.get("account/export")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/account/confirm.xhtml");
    }

    @Test
    @Tag("R44")
    @Tag("R51")
    void the_desk_sees_a_request_with_its_clock_and_answers_it() throws Exception {
        var note = "the score of Monday " + UUID.randomUUID();
        visitor.submit(RIGHTS, "ask", "ask:submit", Map.of("ask:kind_input", "CORRECTION", "ask:note", note));
        var id = requestOf();
        var support = Visitor.signedIn(musicMuse, musicMuse.demo(Role.SUPPORT.name()));
        assertThat(support.get("admin/requests.xhtml").body()).contains(id);
        var page = "admin/request.xhtml?id=" + id;
        assertThat(support.get(page).body()).contains(note, person.email(), "Answer due");

        support.submit(page, "decide", "decide:deny", Map.of("decide:basis", ""));
        assertThat(support.get(page).body()).contains("in work");
        support.submit(page, "decide", "decide:done", Map.of("decide:basis", ""));
        assertThat(support.get(page).body())
                .contains("forgotten with the answer")
                .doesNotContain(person.email(), note);
        assertThat(Mailbox.count(musicMuse, person.email(), MailTemplate.REQUEST_ANSWERED))
                .isEqualTo(1);
    }

    private HttpResponse<String> delete(String typed) {
        return visitor.submit(DELETE, "delete", "delete:submit", Map.of("delete:typed", typed));
    }

    private String ask(String email) {
        return ask(email, "ACCESS");
    }

    private String ask(String email, String kind) {
        return stranger.submit(
                        "privacy-request.xhtml",
                        "ask",
                        "ask:submit",
                        Map.of("ask:email", email, "ask:kind_input", kind))
                .body();
    }

    private HttpResponse<String> press(String link, String button) {
        return stranger.submit(link, "link", "link:" + button, Map.of("token", link.replaceFirst(".*=", "")));
    }

    /** An ended sign-in is dead within a second. */
    private void awaitSignedOut() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (visitor.get(RIGHTS).statusCode() == 200 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(visitor.get(RIGHTS).statusCode()).isEqualTo(302);
    }

    private String linkOf(MailTemplate template) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Mailbox.count(musicMuse, person.email(), template) == 0 && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        return Mailbox.pathFor(musicMuse, person.email(), template);
    }

    private String requestOf() throws Exception {
        try (var connection = musicMuse.database().connect();
                var query = connection.prepareStatement(
                        "select request_id::text from musicmuse.data_request_person where account_id = ?")) {
            query.setObject(1, person.id());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static String withoutTokens(String body) {
        return body.replaceAll("(value|nonce)=\"[^\"]*\"|csp\\.init\\('[^']*'\\)", "");
    }
}
