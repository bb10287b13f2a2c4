package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Wherever somebody chooses a password, the page advises and measures. */
@SystemTest
class PasswordAdviceST {

    private static final String METER = "class=\"mm-meter\" data-least=\"";

    private final RunningMusicMuse musicMuse;

    PasswordAdviceST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @Test
    @Tag("R73")
    void a_new_password_is_advised_and_measured() {
        var learner = Visitor.signedIn(musicMuse, musicMuse.learner());
        assertAdvised(Visitor.stranger(musicMuse).get("register.xhtml").body());
        assertAdvised(learner.get("account/password.xhtml").body());
        assertThat(Visitor.stranger(musicMuse).get("signin.xhtml").body())
                .as("nothing is chosen there")
                .doesNotContain(METER);
    }

    private static void assertAdvised(String page) {
        assertThat(page)
                .contains(METER, "<meter ", "password-meter.js")
                .containsPattern("mm-hint[^>]*>\\s*[A-Z][^<]{20,}");
    }
}
