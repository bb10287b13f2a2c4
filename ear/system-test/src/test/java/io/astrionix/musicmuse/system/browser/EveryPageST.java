package io.astrionix.musicmuse.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.astrionix.musicmuse.legal.boundary.KnownCookie;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.data.Routes;
import io.astrionix.musicmuse.system.figures.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Opens every page there is and looks at what the browser had to refuse, whom it asked, and what it kept. */
@SystemTest
@Tag("R9")
@Tag("R11")
@Tag("R30")
@Tag("R74")
class EveryPageST {

    /** All cookies of the application, as the cookie page lists them; docs/adr/0010-browser-guards.md does too. */
    private static final Set<String> COOKIES = KnownCookie.names();

    private static final String KEPT = "localStorage.length + sessionStorage.length";

    private final RunningMusicMuse musicMuse;
    private final List<String> violations = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    EveryPageST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @BeforeAll
    static void chromium() {
        Chromium.required();
    }

    @Test
    @Tag("ASVS-3.4.3")
    @Tag("ASVS-3.6.1")
    @Tag("ASVS-14.2.3")
    @Tag("ASVS-14.3.3")
    void no_page_breaks_its_policy_asks_another_site_or_keeps_something() {
        int opened = 0;
        try (var chromium = Chromium.withoutMicrophone()) {
            var stranger = chromium.context(1280);
            opened += openAll(stranger, watched(stranger));
            for (var role : List.of(Role.LEARNER, Role.GUARDIAN, Role.TRAINER, Role.TRUST, Role.PLATFORM_ADMIN)) {
                var signedIn = chromium.context(1280);
                var page = watched(signedIn);
                CookiesOf.visitor(Visitor.signedIn(musicMuse, musicMuse.demo(role.name())), musicMuse)
                        .giveTo(signedIn, page);
                opened += openAll(signedIn, page);
            }
        }
        assertThat(opened).isGreaterThan(20);
        Figures.keep("csp-violations", violations.size(), "on " + opened + " pages", "= 0");
        Figures.keep("foreign-requests", foreign.size(), "requests", "= 0");
        assertThat(violations).isEmpty();
        assertThat(foreign).isEmpty();
    }

    private Page watched(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                violations.add(page.url() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(musicMuse.baseUri().toString())
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                foreign.add(request.url());
            }
        });
        return page;
    }

    private int openAll(BrowserContext context, Page page) {
        int opened = 0;
        for (var path : Routes.all()) {
            page.navigate(musicMuse.baseUri().resolve(path).toString());
            page.waitForLoadState(LoadState.LOAD);
            opened++;
            assertThat(context.cookies()).as(path).allSatisfy(cookie -> {
                assertThat(COOKIES).contains(cookie.name);
                assertThat(cookie.secure && cookie.httpOnly).isTrue();
            });
            if (page.url().contains(".xhtml")) {
                assertThat(page.evaluate(KEPT)).as(path).isEqualTo(0);
                assertThat(page.evaluate("indexedDB.databases().then(all => all.length)"))
                        .as(path)
                        .isEqualTo(0);
            }
        }
        return opened;
    }
}
