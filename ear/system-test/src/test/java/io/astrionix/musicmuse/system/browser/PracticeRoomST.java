package io.astrionix.musicmuse.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.practice.Performance;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A learner in a real browser, whose microphone hears a violin. */
@SystemTest
class PracticeRoomST {

    private static final int[] C_MAJOR = {60, 62, 64, 65, 67, 69, 71, 72};
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    /** None of the codes the protocol gives a meaning: to the page, the connection is lost. */
    private static final int NETWORK_GONE = 3001;

    private static final String KEEP_SOCKETS = """
            window.sockets = [];
            window.WebSocket = class extends WebSocket {
              constructor(...args) { super(...args); sockets.push(this); }
            };
            """;

    private final RunningMusicMuse musicMuse;

    PracticeRoomST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @BeforeAll
    static void needsABrowser() {
        Chromium.required();
    }

    @Test
    void a_scale_played_right_shows_eight_right_notes_a_score_and_a_row_in_the_history() {
        try (var chromium = Chromium.hearing(MicrophoneFile.of(violinScale()))) {
            var room = RoomPage.open(chromium.context(DESKTOP), musicMuse, musicMuse.learner());

            room.play();

            assertThat(room.marks()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
            int score = room.score();
            assertThat(score).isGreaterThanOrEqualTo(90);
            assertThat(room.figure("accuracy")).isEqualTo("100 %");
            assertThat(room.figure("played")).isEqualTo("8 of 8");
            assertThat(room.errors()).isEmpty();
            assertThat(newestRowOfHistory(room.page())).contains("Violin", Integer.toString(score), "100 %", "8 / 8");
            assertThat(room.errors()).isEmpty();
        }
    }

    @Test
    void a_wrong_a_late_and_a_missing_note_show_exactly_these_three_verdicts() {
        var performance = violinScale().withWrong(2, 2).withLate(4, 150).without(6);
        try (var chromium = Chromium.hearing(MicrophoneFile.of(performance))) {
            var room = RoomPage.open(chromium.context(PHONE), musicMuse, musicMuse.learner());

            room.play();

            var expected = List.of("right", "right", "wrong", "right", "late", "right", "missed", "right");
            assertThat(room.marks()).isEqualTo(expected);
            assertThat(room.tableVerdicts()).isEqualTo(expected);
            assertThat(room.spokenMarks().get(4)).containsIgnoringCase("late");
            assertThat(fitsIntoItsWidth(room.page())).isTrue();
        }
    }

    @Test
    void a_violin_out_of_tune_is_told_to_be_tuned_and_its_notes_are_right() {
        try (var chromium = Chromium.hearing(MicrophoneFile.of(violinScale().offBy(-40)))) {
            var room = RoomPage.open(chromium.context(PHONE), musicMuse, musicMuse.learner());

            room.play();

            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.page().textContent(".result__words"))
                    .containsPattern("about (3|4)\\d cents flat.*Tune it up");
            assertThat(room.page().textContent("[data-room=announcer]")).contains("Score", "Tune it up");
            assertThat(fitsIntoItsWidth(room.page())).isTrue();
        }
    }

    @Test
    void a_baroque_violin_is_right_at_its_own_concert_pitch() {
        double semitoneLower = 1200 * Math.log(415 / 440.0) / Math.log(2);
        try (var chromium = Chromium.hearing(MicrophoneFile.of(violinScale().offBy(semitoneLower)))) {
            var room = RoomPage.open(chromium.context(PHONE), musicMuse, musicMuse.learner());
            room.retune(415);
            assertThat(room.page().textContent("[data-room=choice]")).contains("A4 = 415 Hz");

            room.play();

            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
        }
    }

    @Test
    void a_link_to_a_concert_pitch_that_there_is_not_leads_back_to_the_choice() {
        try (var chromium = Chromium.withoutMicrophone()) {
            var room = RoomPage.open(chromium.context(DESKTOP), musicMuse, musicMuse.learner());
            room.page().navigate(room.page().url().replace("a4=440", "a4=300"));
            assertThat(room.page().url()).contains("choose.xhtml");
            assertThat(room.page().textContent("body")).contains("cannot be played");
        }
    }

    /** The first notes of the second time come where the last ones of the first were expected, and are wrong there. */
    @Test
    void who_starts_again_near_the_end_is_heard_to_the_last_note() {
        int rest = Performance.REST;
        var performance =
                Performance.ofBeats(Performance.VIOLIN, RoomPage.MUSIC_START_SECONDS, RoomPage.BEAT_SECONDS, new int[] {
                    60, 62, 64, 66, rest, rest, 64, 65, 67, 69, 71, 72
                });
        try (var chromium = Chromium.hearing(MicrophoneFile.of(performance))) {
            var room = RoomPage.open(chromium.context(PHONE), musicMuse, musicMuse.learner());

            room.play();

            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.page().locator(".result__note").allTextContents())
                    .anyMatch(text -> text.contains("started again") && text.contains(": 1."));
        }
    }

    @Test
    void a_double_click_on_start_begins_the_take_and_a_later_click_on_stop_ends_it() {
        try (var chromium = Chromium.hearing(MicrophoneFile.of(violinScale()))) {
            var room = RoomPage.open(chromium.context(DESKTOP), musicMuse, musicMuse.learner());

            room.page().dblclick("[data-room=start]");
            room.page().waitForCondition(() -> room.marks().size() >= 2);
            room.page().click("[data-room=stop]");
            room.waitForResult();

            assertThat(room.figure("played")).endsWith(" of 8");
        }
    }

    @Test
    void a_connection_lost_while_playing_loses_nothing() {
        try (var chromium = Chromium.hearing(MicrophoneFile.of(violinScale()))) {
            var page = chromium.context(DESKTOP).newPage();
            page.addInitScript(KEEP_SOCKETS);
            var room = RoomPage.open(page, musicMuse, musicMuse.learner());

            room.start();
            page.waitForCondition(() -> room.marks().size() >= 2);
            page.evaluate("sockets[0].close(" + NETWORK_GONE + ")");
            room.waitForResult();

            assertThat(page.evaluate("sockets.length")).isEqualTo(2);
            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
        }
    }

    @Test
    void a_measured_delay_is_kept_with_the_account_and_taken_off_the_timing() {
        double delayMillis = 180;
        try (var chromium = Chromium.hearing(MicrophoneFile.ofClicks(12, 0.5, delayMillis))) {
            var room = RoomPage.open(chromium.context(DESKTOP), musicMuse, musicMuse.trainer());
            var page = room.page();
            page.click("[data-room=calibrate]");
            page.click("[data-calibration=measure]");
            page.waitForSelector("[data-calibration=outcome][data-kind=good]");

            double measured = Double.parseDouble(
                    page.textContent("[data-calibration=outcome]").replaceAll("^\\D*([0-9.]+).*$", "$1"));
            assertThat(measured).isBetween(delayMillis - 15, delayMillis + 60);
        }
        var late = Performance.ofBeats(
                Performance.VIOLIN, RoomPage.MUSIC_START_SECONDS + delayMillis / 1000, RoomPage.BEAT_SECONDS, C_MAJOR);
        try (var chromium = Chromium.hearing(MicrophoneFile.of(late))) {
            var room = RoomPage.open(chromium.context(DESKTOP), musicMuse, musicMuse.trainer());

            room.play();

            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.page().locator(".result__words .result__note").count())
                    .as("a note that the take is not calibrated")
                    .isZero();
        }
    }

    @Test
    void a_denied_microphone_is_explained() {
        try (var chromium = Chromium.denyingTheMicrophone()) {
            var room = RoomPage.open(chromium.context(DESKTOP), musicMuse, musicMuse.learner());
            room.start();
            assertThat(room.alert()).contains("icrophone").contains("llow");
        }
    }

    @Test
    void a_missing_microphone_is_explained() {
        try (var chromium = Chromium.withoutMicrophone()) {
            var room = RoomPage.open(chromium.context(DESKTOP), musicMuse, musicMuse.learner());
            room.start();
            assertThat(room.alert()).contains("microphone").containsIgnoringCase("connect");
        }
    }

    @Test
    void an_unsupported_browser_is_told_so() {
        try (var chromium = Chromium.withoutMicrophone()) {
            var page = chromium.context(DESKTOP).newPage();
            page.addInitScript("delete window.AudioWorkletNode");
            var room = RoomPage.open(page, musicMuse, musicMuse.learner());
            assertThat(room.alert()).contains("browser");
        }
    }

    @Test
    void nothing_is_left_in_the_browsers_storage_R11() {
        try (var chromium = Chromium.hearing(MicrophoneFile.of(violinScale()))) {
            var context = chromium.context(DESKTOP);
            var room = RoomPage.open(context, musicMuse, musicMuse.learner());
            room.play();

            assertThat(room.page().evaluate("localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
            assertThat(room.page().evaluate("indexedDB.databases().then(all => all.length)"))
                    .isEqualTo(0);
            assertThat(context.cookies())
                    .extracting(cookie -> cookie.name)
                    .containsExactlyInAnyOrder("__Host-session", "__Host-device");
        }
    }

    @Test
    void every_page_fits_a_phone() {
        try (var chromium = Chromium.withoutMicrophone()) {
            var room = RoomPage.open(chromium.context(PHONE), musicMuse, musicMuse.learner());
            for (var path : List.of("", "practice/choose.xhtml", "practice/room.xhtml", "practice/history.xhtml")) {
                room.page().navigate(musicMuse.baseUri().resolve(path).toString());
                assertThat(fitsIntoItsWidth(room.page())).as(path).isTrue();
            }
        }
    }

    private static Performance violinScale() {
        return Performance.ofBeats(Performance.VIOLIN, RoomPage.MUSIC_START_SECONDS, RoomPage.BEAT_SECONDS, C_MAJOR);
    }

    private static boolean fitsIntoItsWidth(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    private String newestRowOfHistory(Page page) {
        page.navigate(musicMuse.baseUri().resolve("practice/history.xhtml").toString());
        page.waitForSelector("canvas");
        return page.locator("[id$=sessions_data] tr").first().innerText();
    }
}
