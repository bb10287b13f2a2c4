package io.astrionix.musicmuse.server;

import static io.astrionix.musicmuse.server.Texts.text;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Scanner;

/** What {@code ./mvnw -Prun} starts after the build: MusicMuse, until Ctrl-C. */
public final class Run {

    private static final int FAILED = 1;
    private static final Duration SIGNAL_PATIENCE = Duration.ofSeconds(1);

    private final Path checkout;
    private final PrintStream out;

    private Run(Path checkout, PrintStream out) {
        this.checkout = checkout;
        this.out = out;
    }

    /** @param arguments the configured server, the EAR, the checkout */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 3) {
            System.out.println(text("run.usage"));
            System.exit(FAILED);
        }
        var run = new Run(Path.of(arguments[2]).toAbsolutePath(), System.out);
        run.untilStopped(Path.of(arguments[0]), Path.of(arguments[1]));
        System.exit(FAILED);
    }

    /** Returns only if something failed; Ctrl-C ends the process while this waits. */
    private void untilStopped(Path serverHome, Path ear) throws InterruptedException {
        LauncherSettings settings;
        try {
            settings = LauncherSettings.from(System.getenv(), checkout);
        } catch (StartFailedException wrong) {
            out.println(text("run.failed", wrong.getMessage()));
            return;
        }
        boolean printLinks =
                System.getenv().getOrDefault(PrintedMails.SMTP_HOST, "").isBlank();
        var musicMuse = new RunningMusicMuse(
                serverHome, ear, settings, printLinks ? Map.of(PrintedMails.PRINT_LINKS, "true") : Map.of());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(musicMuse), "stop MusicMuse"));
        try {
            out.println(text("run.starting"));
            musicMuse.start();
            welcome(musicMuse);
            showCodes(musicMuse.demo("PLATFORM_ADMIN"));
            if (printLinks) {
                showMails(musicMuse.serverLog());
            }
            complainUnlessStopping(musicMuse.awaitServerEnd(), musicMuse);
        } catch (StartFailedException failed) {
            complainUnlessStopping(text("run.failed", failed.getMessage()), musicMuse);
        }
    }

    /** How long ago the process began, which is Maven's own: the build is part of what the user waited for. */
    private static long secondsSinceStart() {
        long began = ManagementFactory.getRuntimeMXBean().getStartTime();
        return Duration.ofMillis(System.currentTimeMillis() - began).toSeconds();
    }

    private void welcome(RunningMusicMuse musicMuse) {
        out.println();
        out.println("  " + text("run.ready.address", musicMuse.baseUri()) + " "
                + text("run.ready.seconds", secondsSinceStart()));
        out.println();
        musicMuse.developmentCertificate().ifPresent(file -> {
            out.println("  " + text("run.ready.certificate"));
            out.println();
        });
        var admin = musicMuse.demo("PLATFORM_ADMIN");
        out.println("  " + text("run.ready.learner", musicMuse.learner().email()));
        out.println("  " + text("run.ready.trainer", musicMuse.trainer().email()));
        out.println("  " + text("run.ready.admin", admin.email()));
        out.println("  " + text("run.ready.password", admin.password()));
        out.println("  " + text("run.ready.seed", admin.seed()));
        out.println("  " + text("run.ready.code", admin.code()));
        out.println("  " + text("run.ready.passwords"));
        musicMuse.setupLink().ifPresent(link -> {
            out.println();
            out.println("  " + text("run.ready.setup"));
            out.println("  " + link);
        });
        out.println();
        out.println("  " + text("run.ready.health", musicMuse.healthUri()));
        out.println("  " + text("run.ready.logs", readable(musicMuse.serverLog())));
        out.println();
        out.println("  " + text("run.ready.stop"));
        out.println();
        out.flush();
    }

    private void showMails(Path log) {
        out.println("  " + text("run.mails"));
        out.println();
        out.flush();
        new PrintedMails(log, log.toFile().length(), out).watch();
    }

    /** A new code for each press of Enter, as long as there is somebody to press it. */
    private void showCodes(DemoAccount staff) {
        var keys = new Thread(
                () -> {
                    var input = new Scanner(System.in, Charset.defaultCharset());
                    while (input.hasNextLine()) {
                        input.nextLine();
                        out.println("  " + text("run.ready.code", staff.code()));
                    }
                },
                "codes");
        keys.setDaemon(true);
        keys.start();
    }

    /**
     * Ctrl-C reaches the server too, which may end before this process has begun to stop: then there is nothing to
     * complain about, and the process ends as soon as everything has stopped.
     */
    private void complainUnlessStopping(String message, RunningMusicMuse musicMuse) throws InterruptedException {
        if (musicMuse.closesWithin(SIGNAL_PATIENCE)) {
            Thread.currentThread().join();
        }
        out.println();
        out.println(message);
        if (musicMuse.serverWasLaunched()) {
            out.println(text("run.log", readable(musicMuse.serverLog())));
        }
        out.flush();
    }

    private void stop(RunningMusicMuse musicMuse) {
        out.println(text("run.stopping"));
        musicMuse.close();
        out.println(text("run.stopped"));
        out.flush();
    }

    /** As seen from the checkout, where it is inside. */
    private Path readable(Path file) {
        return file.startsWith(checkout) ? checkout.relativize(file) : file;
    }
}
