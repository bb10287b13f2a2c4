package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.AuthenticatorCode;
import io.astrionix.musicmuse.server.DemoAccount;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SecondSteps;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in with codes, as a member of staff meets it. */
@SystemTest
@Tag("R70")
class SecondFactorST {

    private static final Pattern SEED = Pattern.compile("<code class=\"mm-seed\">([A-Z2-7 ]+)</code>");
    private static final Pattern RECOVERY_CODE = Pattern.compile("<code>([a-z2-7-]{29})</code>");
    private static final String PAGE = "account/second-factor.xhtml";

    private static final String SHORT = "zq7kvTm2x";
    private static final String LONG = "four clarinets in a canoe";

    private final RunningMusicMuse musicMuse;
    private final DemoAccount staff;

    SecondFactorST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.staff = musicMuse.demo("SUPPORT");
    }

    @BeforeEach
    void forget() {
        SecondSteps.forget(musicMuse, staff.email());
    }

    @Test
    @Tag("ASVS-6.3.3")
    @Tag("ASVS-2.3.1")
    void staff_are_asked_for_a_code_and_a_learner_without_an_app_is_not() {
        var visitor = afterPassword(staff);
        assertThat(visitor.get("account/sessions.xhtml").headers().firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).contains("/signin.xhtml?next="));
        assertThat(visitor.secondStep(staff.code()).statusCode()).isEqualTo(302);
        assertThat(visitor.get("account/sessions.xhtml").statusCode()).isEqualTo(200);

        var learner = musicMuse.learner();
        var answer = Visitor.stranger(musicMuse).signIn(learner.email(), learner.password());
        assertThat(Visitor.isSecondStep(answer)).isFalse();
    }

    @Test
    @Tag("ASVS-6.5.1")
    void a_code_works_once() {
        var code = staff.code();
        assertThat(afterPassword(staff).secondStep(code).statusCode()).isEqualTo(302);
        assertThat(afterPassword(staff).secondStep(code).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("ASVS-6.6.3")
    void after_five_wrong_codes_the_right_one_does_not_open() {
        var visitor = afterPassword(staff);
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.secondStep("00000" + i).statusCode()).isEqualTo(200);
        }
        assertThat(visitor.secondStep(staff.code()).body()).contains("15 minutes");
        assertThat(afterPassword(staff).secondStep(staff.code()).body()).contains("15 minutes");
    }

    @Test
    void a_new_app_and_its_recovery_codes() {
        var learner = musicMuse.demo("GUARDIAN");
        var elsewhere = Visitor.signedIn(musicMuse, learner);
        var visitor = Visitor.signedIn(musicMuse, learner);
        var page = visitor.fillIn(PAGE);
        var seed = find(SEED, page.submit("app", "app:begin", Map.of())).replace(" ", "");
        assertThat(seed).hasSize(32);
        var enrolled = page.submit("app", "app:confirm", Map.of("app:code", AuthenticatorCode.now(seed, 0)));
        var recoveryCode = find(RECOVERY_CODE, enrolled);
        assertThat(elsewhere.get("account/sessions.xhtml").statusCode())
                .as("a sign-in from before, with the password alone")
                .isEqualTo(302);
        assertThat(visitor.get(PAGE).body()).doesNotContain(recoveryCode);

        assertThat(afterPassword(learner).secondStep(recoveryCode).statusCode()).isEqualTo(302);
        assertThat(afterPassword(learner).secondStep(recoveryCode).statusCode()).isEqualTo(200);

        var owner = Visitor.stranger(musicMuse);
        owner.signIn(learner.email(), learner.password());
        SecondSteps.forget(musicMuse, learner.email());
        owner.secondStep(AuthenticatorCode.now(seed, 0));
        owner.submit(PAGE, "app", "app:remove", Map.of());
        assertThat(Visitor.isSecondStep(Visitor.stranger(musicMuse).signIn(learner.email(), learner.password())))
                .isFalse();
    }

    @Test
    @Tag("ASVS-6.2.1")
    void beside_an_app_eight_characters_are_enough_and_without_it_they_are_not() {
        var person = Person.learner(musicMuse);
        var visitor = Visitor.signedIn(musicMuse, person.account());
        assertThat(changePassword(visitor, person.account().password(), SHORT).body())
                .contains("15 characters");

        var page = visitor.fillIn(PAGE);
        var seed = find(SEED, page.submit("app", "app:begin", Map.of())).replace(" ", "");
        page.submit("app", "app:confirm", Map.of("app:code", AuthenticatorCode.now(seed, 0)));
        assertThat(changePassword(visitor, person.account().password(), SHORT).body())
                .contains("Your password is changed");
        assertThat(visitor.submit(PAGE, "app", "app:remove", Map.of()).body()).contains("fewer than 15 characters");

        changePassword(visitor, SHORT, LONG);
        assertThat(visitor.submit(PAGE, "app", "app:remove", Map.of()).body()).contains("are removed");
        assertThat(Visitor.isSecondStep(Visitor.stranger(musicMuse).signIn(person.email(), LONG)))
                .isFalse();
    }

    private static HttpResponse<String> changePassword(Visitor visitor, String current, String next) {
        return visitor.submit(
                "account/password.xhtml",
                "password",
                "password:submit",
                Map.of("password:current", current, "password:newPassword", next));
    }

    private Visitor afterPassword(DemoAccount account) {
        var visitor = Visitor.stranger(musicMuse);
        assertThat(Visitor.isSecondStep(visitor.signIn(account.email(), account.password())))
                .isTrue();
        return visitor;
    }

    private static String find(Pattern pattern, HttpResponse<String> answer) {
        var found = pattern.matcher(answer.body());
        assertThat(found.find())
                .as(pattern + " in the answer, status " + answer.statusCode())
                .isTrue();
        return found.group(1);
    }
}
