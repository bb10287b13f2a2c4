package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.practice.PracticeClient;
import io.astrionix.musicmuse.system.practice.TakeSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever ends a sign-in, its pages and sockets are dead within two seconds. */
@SystemTest
@Tag("ASVS-7.4.1")
@Tag("ASVS-7.4.2")
@Tag("ASVS-8.3.2")
class EndedSignInsST {

    private static final Duration AT_MOST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PAGE = "practice/choose.xhtml";
    private static final String NEW_PASSWORD = "lantern quartz meadow ferry";

    private static final short[] SILENCE = new short[120_000];

    private static final List<Double> MILLIS = new ArrayList<>();

    private final RunningMusicMuse musicMuse;

    EndedSignInsST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @Test
    @Tag("ASVS-4.4.4")
    void signing_out() {
        assertDead((person, visitor) -> visitor.signOut());
    }

    @Test
    void a_lock() {
        assertDead((person, visitor) ->
                person.update("update musicmuse.account set status = 'LOCKED' where id = ?", person.id()));
    }

    @Test
    void another_role() {
        assertDead((person, visitor) ->
                person.update("insert into musicmuse.account_role values (?, 'SUPPORT')", person.id()));
    }

    @Test
    void deletion() {
        assertDead((person, visitor) -> person.update("delete from musicmuse.account where id = ?", person.id()));
    }

    @Test
    @Tag("ASVS-7.5.2")
    void ending_all_others_from_elsewhere() {
        assertDead((person, visitor) -> Visitor.signedIn(musicMuse, person.account())
                .submit("account/sessions.xhtml", "sessions", "sessions:endOthers", Map.of()));
    }

    /** The newest is the first of the list: the one that ends the other. */
    @Test
    @Tag("ASVS-7.5.2")
    void ending_one_of_the_list() {
        assertDead((person, visitor) -> {
            var elsewhere = Visitor.signedIn(musicMuse, person.account());
            assertThat(elsewhere.get("account/sessions.xhtml").body())
                    .contains("sessions:list:1:end")
                    .doesNotContain("sessions:list:0:end", "sessions:list:2:end");
            elsewhere.submit("account/sessions.xhtml", "sessions", "sessions:list:1:end", Map.of());
            assertThat(elsewhere.get(PAGE).statusCode()).isEqualTo(200);
        });
    }

    @Test
    @Tag("ASVS-7.4.3")
    @Tag("ASVS-6.2.2")
    @Tag("ASVS-6.2.3")
    void a_new_password() {
        assertDead((person, visitor) -> {
            var elsewhere = Visitor.signedIn(musicMuse, person.account());
            changePassword(elsewhere, "not the current one");
            assertThat(elsewhere.get(PAGE).statusCode()).isEqualTo(200);
            assertThat(visitor.get(PAGE).statusCode()).isEqualTo(200);
            changePassword(elsewhere, person.account().password());
            assertThat(elsewhere.get(PAGE).statusCode()).isEqualTo(200);
        });
    }

    @Test
    @Tag("ASVS-6.4.1")
    void a_reset_by_mail_whose_link_works_once() {
        assertDead((person, visitor) -> {
            var stranger = Visitor.stranger(musicMuse);
            stranger.submit("reset.xhtml", "reset", "reset:submit", Map.of("reset:email", person.email()));
            var link = Mailbox.pathFor(musicMuse, person.email(), MailTemplate.PASSWORD_RESET);
            assertThat(visitor.get(PAGE).statusCode())
                    .as("asking changes nothing")
                    .isEqualTo(200);
            assertThat(stranger.get(link).body()).contains("reset:newPassword");
            assertThat(visitor.get(PAGE).statusCode())
                    .as("opening the link changes nothing")
                    .isEqualTo(200);
            stranger.submit(
                    link,
                    "reset",
                    "reset:submit",
                    Map.of("reset:token", link.replaceFirst(".*=", ""), "reset:newPassword", NEW_PASSWORD));
            assertThat(stranger.get(link).body()).doesNotContain("reset:newPassword");
            assertThat(stranger.signIn(person.email(), NEW_PASSWORD).statusCode())
                    .isEqualTo(302);
        });
    }

    /** A gap of before: signing out closed the sockets of all of the account's sign-ins. */
    @Test
    void other_sign_ins_of_the_account_go_on() {
        var person = Person.learner(musicMuse);
        var leaving = Visitor.signedIn(musicMuse, person.account());
        var staying = Visitor.signedIn(musicMuse, person.account());
        try (var page = PracticeClient.connect(staying)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            leaving.signOut();
            page.stream(SILENCE, 1); // in real time: longer than two sweeps
            assertThat(page.stop(SILENCE.length).getString("type")).isEqualTo("result");
            assertThat(staying.get(PAGE).statusCode()).isEqualTo(200);
        }
    }

    private static void changePassword(Visitor visitor, String current) {
        visitor.submit(
                "account/password.xhtml",
                "password",
                "password:submit",
                Map.of("password:current", current, "password:newPassword", NEW_PASSWORD));
    }

    private void assertDead(BiConsumer<Person, Visitor> end) {
        var person = Person.learner(musicMuse);
        var visitor = Visitor.signedIn(musicMuse, person.account());
        try (var page = PracticeClient.connect(visitor)) {
            page.start(TakeSettings.VIOLIN_SCALE);
            assertThat(visitor.get(PAGE).statusCode()).isEqualTo(200);
            end.accept(person, visitor);
            long ended = System.nanoTime();
            assertThat(page.awaitClose(PATIENCE)).contains(4401);
            while (visitor.get(PAGE).statusCode() == 200) {
                assertThat(System.nanoTime() - ended).isLessThan(PATIENCE.toNanos());
            }
            var took = Duration.ofNanos(System.nanoTime() - ended);
            MILLIS.add((double) took.toMillis());
            Figures.keep("dead-after-end-of-sign-in", Figures.quantile(MILLIS, 1), "ms", "<= 2000");
            assertThat(took).isLessThanOrEqualTo(AT_MOST);
        }
    }
}
