package io.astrionix.musicmuse.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, headless, with a microphone that plays a file, or with none. */
public final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(List<String> microphone) {
        Path program = find().orElseThrow();
        var arguments = new ArrayList<String>(List.of(
                "--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"));
        arguments.addAll(microphone);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(arguments));
    }

    /** Stops the test where there is no browser: loudly skipped, and failed with {@code CI=true}. */
    public static void required() {
        if (find().isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("CI needs Chromium");
            }
            System.out.println("*** NO CHROMIUM on this machine: the browser tests are SKIPPED.");
        }
        Assumptions.assumeTrue(find().isPresent(), "no Chromium on this machine");
    }

    public static Chromium hearing(Path wav) {
        return new Chromium(List.of(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-audio-capture=" + wav + "%noloop"));
    }

    /** It has a microphone, and its user refuses it to every page. */
    static Chromium denyingTheMicrophone() {
        return new Chromium(List.of("--use-fake-device-for-media-stream", "--deny-permission-prompts"));
    }

    static Chromium withoutMicrophone() {
        return new Chromium(List.of("--use-fake-ui-for-media-stream"));
    }

    public BrowserContext context(int width) {
        // The certificate of a test is one that no authority signed.
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("en-US")
                .setIgnoreHTTPSErrors(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        var configured = Optional.ofNullable(System.getenv("MUSICMUSE_CHROMIUM")).map(Path::of).stream();
        var installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(configured, installed).filter(Files::isExecutable).findFirst();
    }
}
