package io.astrionix.musicmuse.system.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** account/choices.xhtml: each choice is one press, and so is its opposite. */
@SystemTest
class ChoicesST {

    private static final String PAGE = "account/choices.xhtml";

    private final RunningMusicMuse musicMuse;
    private final Person person;
    private final Visitor visitor;

    ChoicesST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.person = Person.learner(musicMuse);
        this.visitor = Visitor.signedIn(musicMuse, person.account());
    }

    @Test
    @Tag("R28")
    @Tag("R48")
    @Tag("R49")
    void one_press_each_way_and_the_history_stays() {
        assertThat(visitor.get("account/profile.xhtml").body()).contains("/account/choices.xhtml");
        assertThat(visitor.get(PAGE).body())
                .as("two that need a consent are off, two that can be objected to are on")
                .contains(
                        "choices:list:0:refuse",
                        "choices:list:1:refuse",
                        "choices:list:2:allow",
                        "choices:list:3:allow")
                .doesNotContain("???");

        assertThat(press("choices", "choices:list:2:allow")).contains("choices:list:2:refuse");
        assertThat(press("choices", "choices:list:2:refuse")).contains("choices:list:2:allow", "What you chose before");
        assertThat(press("choices", "choices:list:0:refuse")).contains("choices:list:0:allow");
    }

    @Test
    @Tag("R47")
    void restricting_takes_one_press_and_ending_it_three_days_which_can_be_called_off() {
        assertThat(press("restriction", "restriction:restrict")).contains("restriction:lift", "Restricted");
        var admin = Visitor.signedIn(musicMuse, musicMuse.demo("PLATFORM_ADMIN"));
        assertThat(admin.get("admin/user.xhtml?id=" + person.id()).body()).contains("Restricted");
        assertThat(visitor.get("practice/history.xhtml").statusCode())
                .as("its owner still sees it")
                .isEqualTo(200);
        assertThat(visitor.get("practice/choose.xhtml").body()).contains("nothing new can be played and judged");
        assertThat(visitor.get("practice/room.xhtml?exercise=tune-twinkle&instrument=violin")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .contains("/practice/choose.xhtml");

        assertThat(press("restriction", "restriction:lift"))
                .contains("restriction:restrict")
                .doesNotContain("restriction:lift\"");
        assertThat(Mailbox.count(musicMuse, person.email(), MailTemplate.RESTRICTION_ENDS))
                .isEqualTo(1);
        assertThat(press("restriction", "restriction:restrict")).contains("restriction:lift");
    }

    private String press(String form, String button) {
        var answer = visitor.submit(PAGE, form, button, Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
