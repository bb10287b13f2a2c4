package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody learns from a form of ours who has an account. */
@SystemTest
@Tag("ASVS-6.3.8")
class EnumerationST {

    private static final double MOST_MILLIS = 5;

    private final Person known;
    private final Visitor stranger;

    EnumerationST(RunningMusicMuse musicMuse) {
        this.known = Person.learner(musicMuse);
        this.stranger = Visitor.stranger(musicMuse);
    }

    /** From the eleventh try on both are locked, so both the looking and the waiting are in it. */
    @Test
    void signing_in() {
        var open = stranger.fillIn("signin.xhtml");
        var samples = Samples.take(i -> signIn(open, known.email(), i), i -> signIn(open, "nobody@person.example", i));
        assertAlike(samples, "sign-in");
    }

    @Test
    void asking_for_a_reset() {
        var open = stranger.fillIn("reset.xhtml");
        var samples = Samples.take(i -> ask(open, known.email()), i -> ask(open, "nobody" + i + "@person.example"));
        assertAlike(samples, "reset");
    }

    private static String signIn(Visitor.OpenPage page, String email, int number) {
        return seen(
                email,
                page.submit(
                        "signIn",
                        "signIn:submit",
                        Map.of("signIn:email", email, "signIn:password", "wrong guess " + number)));
    }

    private static String ask(Visitor.OpenPage page, String email) {
        return seen(email, page.submit("reset", "reset:submit", Map.of("reset:email", email)));
    }

    private static String seen(String typed, HttpResponse<String> answer) {
        return answer.statusCode() + answer.body().replace(typed, "what was typed");
    }

    private static void assertAlike(Samples samples, String form) {
        samples.keep(form);
        assertThat(samples.answers()).as("different answers").hasSize(1);
        assertThat(samples.medianGapMillis()).isLessThan(MOST_MILLIS);
    }
}
