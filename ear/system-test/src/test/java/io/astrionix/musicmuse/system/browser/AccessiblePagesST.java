package io.astrionix.musicmuse.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.Visitor;
import io.astrionix.musicmuse.system.data.DocTable;
import io.astrionix.musicmuse.system.figures.Figures;
import io.astrionix.musicmuse.system.pages.Cast;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page as a phone, a dark room and a screen reader meet it: nothing reaches beyond a screen of 390 pixels, and axe
 * finds nothing against WCAG 2.1 A and AA. With {@code -Dpictures=true} it leaves a picture of each in target/pages.
 */
@SystemTest
class AccessiblePagesST {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    /** All, but where the same pages were looked at on another server in the same run of CI. */
    private static final List<Screen> SCREENS = Stream.of(
                    System.getProperty("musicmuse.screens").split(","))
            .map(Screen::valueOf)
            .toList();

    private static final boolean PICTURES = Boolean.getBoolean("musicmuse.pictures");

    /** How far the page reaches beyond the screen, in CSS pixels. */
    private static final String TOO_WIDE =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final RunningMusicMuse musicMuse;
    private final Cast cast;
    private final List<String> barriers = new ArrayList<>();
    private final List<String> tooWide = new ArrayList<>();
    private int opened;

    AccessiblePagesST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
        this.cast = new Cast(musicMuse);
    }

    @BeforeAll
    static void chromium() {
        Chromium.required();
    }

    @Test
    void no_page_shuts_somebody_out_or_is_wider_than_a_phone() {
        try (var chromium = Chromium.withoutMicrophone()) {
            for (var screen : SCREENS) {
                openAll(chromium, screen, Visitor.stranger(musicMuse), "stranger", strangersPages());
                for (var role : List.of(Role.LEARNER, Role.GUARDIAN, Role.PLATFORM_ADMIN, Role.TRUST)) {
                    openAll(chromium, screen, cast.as(role), role.name(), pagesOf(role));
                }
            }
        }
        assertThat(opened).isGreaterThan(40 * SCREENS.size());
        Figures.keep("accessibility-barriers", barriers.size(), "on " + opened + " pages", "= 0");
        Figures.keep("pages-wider-than-a-phone", tooWide.size(), "of " + opened + " pages", "= 0");
        assertThat(barriers).isEmpty();
        assertThat(tooWide).isEmpty();
    }

    /** Where people are at, and how it looks there. */
    private enum Screen {
        PHONE(390, ColorScheme.LIGHT),
        DESK_IN_THE_DARK(1280, ColorScheme.DARK);

        private final int width;
        private final ColorScheme colours;

        Screen(int width, ColorScheme colours) {
            this.width = width;
            this.colours = colours;
        }
    }

    private void openAll(Chromium chromium, Screen screen, Visitor visitor, String who, Iterable<String> paths) {
        try (var context = chromium.context(screen.width)) {
            var page = context.newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(screen.colours));
            CookiesOf.visitor(visitor, musicMuse).giveTo(context, page);
            for (var path : paths) {
                page.navigate(musicMuse.baseUri().resolve(path).toString());
                page.waitForLoadState(LoadState.LOAD);
                look(page, screen, who + " " + path);
            }
        }
    }

    private void look(Page page, Screen screen, String what) {
        opened++;
        var where = screen + " " + what;
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(where)));
        }
        if (((Number) page.evaluate(TOO_WIDE)).intValue() > 0) {
            tooWide.add(where);
        }
        for (var violation : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
            barriers.add(where + ": " + violation.getId() + " at "
                    + violation.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining(" | ")));
        }
    }

    private static Path picture(String where) {
        return TestPaths.target().resolve("pages").resolve(where.replaceAll("[^A-Za-z0-9]+", "-") + ".png");
    }

    private List<String> strangersPages() {
        var paths = new ArrayList<String>();
        for (var row : DocTable.rows("access.md")) {
            var page = row.get(0).replaceFirst("\\?.*", "");
            if (row.get(1).equals("page") && page.matches("/|.*\\.xhtml")) {
                paths.add(row.get(0).substring(1));
            }
        }
        paths.removeIf(path -> path.startsWith("jakarta."));
        var invited = UUID.randomUUID() + "@screens.example";
        cast.as(Role.PLATFORM_ADMIN)
                .submit(
                        "admin/users.xhtml",
                        "invite",
                        "invite:submit",
                        Map.of("invite:email", invited, "invite:role_input", "TRAINER"));
        paths.add(Mailbox.pathFor(musicMuse, invited, MailTemplate.INVITATION));
        return paths;
    }

    private Set<String> pagesOf(Role role) {
        var paths = new LinkedHashSet<String>();
        for (var row : DocTable.rows("access.md")) {
            boolean forThem = row.get(2).contains(role.name()) || row.get(2).equals("all");
            if (row.get(1).equals("sign in") && forThem && row.get(3).matches("page|not found")) {
                paths.add(cast.pathOf(role, row.get(0)).substring(1));
            }
        }
        paths.removeIf(path -> path.startsWith("META-INF") || path.startsWith("WEB-INF"));
        return paths;
    }
}
