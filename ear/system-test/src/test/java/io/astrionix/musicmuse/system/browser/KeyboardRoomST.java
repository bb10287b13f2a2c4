package io.astrionix.musicmuse.system.browser;

import static com.microsoft.playwright.options.WaitForSelectorState.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.astrionix.musicmuse.server.DemoAccount;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A learner in a real browser with a keyboard that sends MIDI, and without a microphone. */
@SystemTest
class KeyboardRoomST {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    /**
     * A keyboard that hears the clicks and plays a scale to the first of each take: {@code lateBy} seconds after the beat
     * that sounds from the speaker, as the browser tells, or with {@code clockOfItsOwn} as a page can tell from the audio
     * clock alone. With {@code pressing} it gives one key to each click, so many seconds later. {@code playNow} plays without a
     * click.
     */
    private static final String KEYBOARD = """
            window.keyboard = { name: 'Test piano', state: 'connected', onmidimessage: null };
            window.midi = { inputs: new Map([['1', keyboard]]), onstatechange: null };
            navigator.requestMIDIAccess = async () => midi;
            window.played = [60, 62, 64, 65, 67, 69, 71, 72];
            const beat = %s;
            window.wrong = {};
            window.lateBy = {};
            window.pressing = false;
            window.clockOfItsOwn = false;
            const presses = [];
            let latest;
            const start = AudioBufferSourceNode.prototype.start;
            AudioBufferSourceNode.prototype.start = function (when) {
              if (pressing) presses.push({ context: this.context, time: when + pressing, key: 60 });
              else if (latest === undefined) {
                played.forEach((key, i) => key && presses.push({
                  context: this.context,
                  time: when + (4 + i) * beat + (lateBy[i] ?? 0),
                  key: key + (wrong[i] ?? 0),
                }));
              }
              latest = when;
              return start.call(this, when);
            };
            const sounding = ({ context }) => {
              if (clockOfItsOwn) {
                return [context.currentTime - (context.outputLatency || 0), performance.now()];
              }
              const { contextTime, performanceTime } = context.getOutputTimestamp();
              return [contextTime, performanceTime];
            };
            document.addEventListener('click', ({ target }) => {
              if (target.closest('[data-room=start]')) latest = undefined;
            }, true);
            window.playNow = (gapMillis) => played.forEach((key, i) => setTimeout(() => {
              keyboard.onmidimessage?.({ data: Uint8Array.of(0x90, key, 80), timeStamp: performance.now() });
            }, i * gapMillis));
            setInterval(() => {
              const next = presses[0];
              if (!next) return;
              const [contextTime, performanceTime] = sounding(next);
              const millis = performanceTime + (next.time - contextTime) * 1000;
              if (millis > performance.now()) return;
              presses.shift();
              const send = (timeStamp, velocity) =>
                keyboard.onmidimessage?.({ data: Uint8Array.of(0x90, next.key, velocity), timeStamp });
              send(millis, 80);
              setTimeout(() => send(performance.now(), 0), 200);
            }, 3);
            """.formatted(RoomPage.BEAT_SECONDS);

    private final RunningMusicMuse musicMuse;

    KeyboardRoomST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @BeforeAll
    static void needsABrowser() {
        Chromium.required();
    }

    @Test
    void a_scale_on_keys_is_right_and_no_microphone_is_asked_for() {
        try (var chromium = Chromium.denyingTheMicrophone()) {
            var room = open(chromium.context(DESKTOP));
            room.chooseKeys();

            room.play();

            assertThat(room.marks()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.score()).isEqualTo(100);
            assertThat(room.page().locator("[data-figure=tuning]").count()).isZero();
            assertThat(room.page().textContent("[data-setting=keyboards]")).isEqualTo("Test piano");
            assertThat(room.errors()).isEmpty();
        }
    }

    @Test
    void a_wrong_and_a_late_key_show_these_two_verdicts_on_a_phone() {
        try (var chromium = Chromium.denyingTheMicrophone()) {
            var room = open(chromium.context(PHONE));
            room.chooseKeys();
            room.page().evaluate("wrong[2] = 1; lateBy[5] = 0.15");

            room.play();

            var expected = List.of("right", "right", "wrong", "right", "right", "late", "right", "right");
            assertThat(room.marks()).isEqualTo(expected);
            assertThat(room.tableVerdicts()).isEqualTo(expected);
            assertThat(room.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(PHONE);
        }
    }

    @Test
    void the_clock_is_right_without_the_browsers_word_and_in_the_second_take_on_a_page() {
        try (var chromium = Chromium.denyingTheMicrophone()) {
            var room = open(chromium.context(DESKTOP));
            room.chooseKeys();
            room.page().evaluate("clockOfItsOwn = true");
            room.play();
            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));

            room.startAgain();
            room.page().waitForSelector("#result-heading", new Page.WaitForSelectorOptions().setState(HIDDEN));
            room.waitForResult();
            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.errors()).isEmpty();
        }
    }

    @Test
    void the_delay_is_measured_by_keys_pressed_to_clicks_and_taken_off() {
        try (var chromium = Chromium.denyingTheMicrophone()) {
            var room = open(chromium.context(DESKTOP), musicMuse.trainer());
            var page = room.page();
            room.chooseKeys();
            page.evaluate("pressing = 0.12");
            page.click("[data-room=calibrate]");
            page.click("[data-calibration=measure]");
            page.waitForSelector("[data-calibration=outcome][data-kind=good]");
            double measured = Double.parseDouble(
                    page.textContent("[data-calibration=outcome]").replaceAll("^\\D*([0-9.]+).*$", "$1"));
            assertThat(measured).isBetween(115.0, 125.0);
            page.click("[data-calibration=close]");

            page.evaluate("pressing = false; for (let i = 0; i < 8; i++) lateBy[i] = 0.12");
            room.play();
            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(page.locator(".result__words .result__note").count())
                    .as("a note that the take is not calibrated")
                    .isZero();
        }
    }

    @Test
    void who_starts_again_sees_the_last_time_judged_and_how_often_that_was() {
        try (var chromium = Chromium.denyingTheMicrophone()) {
            var room = open(chromium.context(DESKTOP));
            room.chooseKeys();
            room.page().evaluate("played = [60, 62, 64, 66, null, null, 64, 65, 67, 69, 71, 72]");

            room.play();

            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.marks()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.page().locator(".result__note").allTextContents())
                    .anyMatch(text -> text.contains("started again") && text.contains(": 1."));
            assertThat(room.errors()).isEmpty();
        }
    }

    @Test
    void in_an_own_tempo_nothing_counts_the_music_waits_and_the_take_ends_with_the_last_note() {
        try (var chromium = Chromium.denyingTheMicrophone()) {
            var room = open(chromium.context(PHONE));
            var page = room.page();
            room.chooseOwnTempo();
            assertThat(page.locator("[data-room=choice]").textContent()).contains("Own tempo");
            assertThat(page.locator("[data-setting=metronome]").isVisible()).isFalse();
            room.chooseKeys();
            room.start();
            page.waitForCondition(() -> page.textContent("[data-room=status]").equals("Begin when you are ready"));

            page.evaluate("playNow(900)");
            page.waitForCondition(() -> page.textContent("[data-room=status]").equals("Bar 2 of 2"));
            room.waitForResult();

            assertThat(room.tableVerdicts()).isEqualTo(Collections.nCopies(8, "right"));
            assertThat(room.figure("tempo")).matches("♩ = 6[5-8]");
            assertThat(room.errors()).isEmpty();
        }
    }

    @Test
    void a_key_shows_its_name_in_the_check_and_a_missing_keyboard_is_explained() {
        try (var chromium = Chromium.denyingTheMicrophone()) {
            var room = open(chromium.context(PHONE));
            var page = room.page();
            room.chooseKeys();
            page.click("[data-room=check]");
            page.waitForCondition(
                    () -> page.textContent("[data-setting=keyboards]").equals("Test piano"));
            page.evaluate("keyboard.onmidimessage({ data: Uint8Array.of(0x90, 61, 80), timeStamp: 0 })");
            assertThat(page.textContent("[data-live=note]")).isEqualTo("C♯4");
            assertThat(page.textContent("[data-live=cents]")).contains("80");
            page.click("[data-room=check]");

            page.evaluate("midi.inputs.clear()");
            room.start();
            assertThat(room.alert()).contains("No keyboard was found");
        }
    }

    private RoomPage open(BrowserContext context) {
        return open(context, musicMuse.learner());
    }

    private RoomPage open(BrowserContext context, DemoAccount account) {
        var page = context.newPage();
        page.addInitScript(KEYBOARD);
        return RoomPage.open(page, musicMuse, account);
    }
}
