package io.astrionix.musicmuse.system.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.astrionix.musicmuse.server.DemoAccount;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SecondSteps;
import java.util.ArrayList;
import java.util.List;

/** The Practice Room as somebody sees it who has signed in and chosen the C major scale for the violin. */
public final class RoomPage {

    static final int TEMPO = 100;
    public static final double BEAT_SECONDS = 60.0 / TEMPO;

    /** Where the music begins in the take: after the lead and a bar of count-in. */
    public static final double MUSIC_START_SECONDS = MicrophoneFile.LEAD_SECONDS + 4 * BEAT_SECONDS;

    private static final List<String> VERDICTS =
            List.of("right", "early", "late", "flat", "sharp", "wrong", "missed", "extra");

    private static final double TAKE_MILLIS = 60_000;
    private static final double DOUBLE_CLICK_MILLIS = 600;

    private final Page page;
    private final List<String> errors = new ArrayList<>();

    private RoomPage(Page page) {
        this.page = page;
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                errors.add(message.text());
            }
        });
    }

    public static RoomPage open(BrowserContext context, RunningMusicMuse musicMuse, DemoAccount account) {
        return open(context.newPage(), musicMuse, account);
    }

    static RoomPage open(Page page, RunningMusicMuse musicMuse, DemoAccount account) {
        var room = new RoomPage(page);
        page.navigate(musicMuse.baseUri().resolve("practice/choose.xhtml").toString());
        page.fill("input[id$=email]", account.email());
        page.fill("input[id$=password]", account.password());
        page.click("[id$=submit]");
        page.waitForURL(url -> !url.contains("signin.xhtml"));
        if (page.url().contains("signin-code.xhtml")) {
            SecondSteps.forget(musicMuse, account.email());
            page.fill("input[id$=code]", account.code());
            page.click("[id$=submit]");
            page.waitForURL(url -> url.endsWith("choose.xhtml"));
        }
        room.type("tempo", TEMPO);
        room.enter();
        return room;
    }

    private void enter() {
        page.click("[id$=play]");
        page.waitForURL(url -> url.contains("room.xhtml"));
        page.waitForSelector("[data-room=sheet] svg");
    }

    /** Goes back, chooses another concert pitch, in hertz, and comes in again. */
    void retune(int a4) {
        page.navigate(page.url().replaceAll("room\\.xhtml.*", "choose.xhtml"));
        type("tempo", TEMPO);
        type("a4", a4);
        enter();
    }

    /** Goes back, chooses an own tempo, and comes in again. */
    void chooseOwnTempo() {
        page.navigate(page.url().replaceAll("room\\.xhtml.*", "choose.xhtml"));
        page.click("[id$=pace] .ui-selectonemenu-trigger");
        page.click("[id$=pace_panel] [data-label*='own tempo']");
        page.waitForSelector("[id$=counting]:has-text('The music waits')");
        enter();
    }

    /** Goes back, chooses an instrument by its name, and comes in again; returns what else could be chosen then. */
    List<String> playOn(String instrument) {
        page.navigate(page.url().replaceAll("room\\.xhtml.*", "choose.xhtml"));
        page.click("[id$=instrument] .ui-selectonemenu-trigger");
        page.waitForResponse(
                response -> response.url().contains("choose.xhtml"),
                () -> page.click("[id$=instrument_items] li[data-label='" + instrument + "']"));
        page.waitForCondition(() -> page.textContent("[id$=instrument_label]").equals(instrument));
        type("tempo", TEMPO);
        var choice = page.locator("form[id=choose] label, form[id=choose] p").allInnerTexts();
        enter();
        return choice;
    }

    /** The spinners listen to keys. */
    private void type(String spinner, int value) {
        page.locator("[id$=" + spinner + "_input]").clear();
        page.locator("[id$=" + spinner + "_input]").pressSequentially(Integer.toString(value));
    }

    /** Chooses a keyboard by MIDI instead of the microphone. */
    void chooseKeys() {
        page.selectOption("[data-setting=input]", "midi");
    }

    /** Presses Start and waits for the result. */
    public void play() {
        start();
        waitForResult();
    }

    void start() {
        page.click("[data-room=start]");
    }

    /** Presses Start once more: so late that it is no double click's second, which would begin no other take. */
    void startAgain() {
        page.waitForTimeout(DOUBLE_CLICK_MILLIS);
        start();
    }

    void waitForResult() {
        page.waitForSelector("#result-heading", new Page.WaitForSelectorOptions().setTimeout(TAKE_MILLIS));
    }

    /** The words of the marks on the score, in the order of the music. */
    public List<String> marks() {
        return page.locator(".score-mark").all().stream()
                .map(RoomPage::verdictOf)
                .toList();
    }

    /** What a screen reader says of the marks. */
    List<String> spokenMarks() {
        return page.locator(".score-mark").allTextContents();
    }

    int score() {
        return Integer.parseInt(page.textContent(".result__ring-number").strip());
    }

    String figure(String name) {
        return page.textContent("[data-figure=" + name + "] dd").strip();
    }

    /** The verdicts of the table below the score. */
    List<String> tableVerdicts() {
        return page.locator(".result__verdict").all().stream()
                .map(RoomPage::verdictOf)
                .toList();
    }

    private static String verdictOf(Locator marked) {
        var classes = List.of(marked.getAttribute("class").split(" "));
        return VERDICTS.stream()
                .filter(verdict -> classes.contains("is-" + verdict))
                .findFirst()
                .orElseThrow();
    }

    String alert() {
        Locator alert = page.locator("[data-room=alert]");
        alert.filter(new Locator.FilterOptions().setHasText(java.util.regex.Pattern.compile("\\S")))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        return alert.textContent();
    }

    /** Errors of scripts and console so far. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    Page page() {
        return page;
    }
}
