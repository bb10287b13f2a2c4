package io.astrionix.musicmuse.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody opens a menu and takes an item of it faster than it could be drawn. */
@SystemTest
class QuickChoiceST {

    private static final String CLICKS = """
            document.querySelector("[id$=instrument] .ui-selectonemenu-trigger").click();
            document.querySelector("[id$=instrument_panel] [data-label='Drum or clapping']").click();
            """;

    private final RunningMusicMuse musicMuse;

    QuickChoiceST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @BeforeAll
    static void chromium() {
        Chromium.required();
    }

    @Test
    void an_item_is_chosen_in_the_moment_in_which_the_menu_opens() {
        List<String> errors = new ArrayList<>();
        try (var chromium = Chromium.withoutMicrophone();
                var context = chromium.context(1280)) {
            var page = context.newPage();
            page.onPageError(errors::add);
            CookiesOf.visitor(Visitor.signedIn(musicMuse, musicMuse.learner()), musicMuse)
                    .giveTo(context, page);
            page.navigate(musicMuse.baseUri().resolve("practice/choose.xhtml").toString());

            page.evaluate(CLICKS);

            page.waitForSelector("[id$=rhythm-only]:has-text('only the rhythm counts')");
            assertThat(page.textContent("[id$=instrument_label]")).isEqualTo("Drum or clapping");
            assertThat(page.locator("[id$=instrument_panel]").isVisible()).isFalse();
            assertThat(errors).isEmpty();
        }
    }
}
