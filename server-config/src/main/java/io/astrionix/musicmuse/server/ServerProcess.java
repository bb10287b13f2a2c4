package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** An application server as a process of its own, from its start to its end. */
final class ServerProcess {

    /** Quick to start rather than fast for long: right for development and tests, not for a district. */
    static final List<String> DEVELOPMENT_OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 200;

    private final ServerMake make;
    private final Optional<Path> application;
    private final Readiness readiness;
    private Process process;
    private ServerLog log;

    /** @param application empty: a server without an application */
    ServerProcess(ServerMake make, Optional<Path> application, ServerPorts ports) {
        this.make = make;
        this.application = application;
        this.readiness = new Readiness(ports.http(), ports.management());
    }

    Path logFile() {
        return make.logFile();
    }

    Path folder() {
        return make.folder();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Starts the process and returns at once. A server that a killed launcher left in the same folder is ended first.
     *
     * @param environment added to this process's own
     */
    void launch(Map<String, String> environment) {
        if (application.isPresent() && !Files.isRegularFile(application.get())) {
            throw new StartFailedException(Texts.text("application.missing", application.get()));
        }
        try {
            endOrphan();
            make.prepare(application);
            log = new ServerLog(logFile());
            var builder = new ProcessBuilder(make.command())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            Redirect.to(logFile().resolveSibling("console.log").toFile()))
                    .directory(make.folder().toFile());
            builder.environment().putAll(new HashMap<>(environment));
            builder.environment().putAll(make.environment());
            process = builder.start();
            processFile().write(process.toHandle());
            try (var input = process.getOutputStream()) {
                input.write(make.input().getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException failed) {
            throw new StartFailedException(Texts.text("server.unstartable", make.title(), failed.getMessage()), failed);
        }
    }

    /** Ends what a killed launcher left running in this server's folder. */
    void endOrphan() throws IOException {
        processFile().endOrphan(STOP_PATIENCE);
    }

    /**
     * Waits until the server runs, with or without an application.
     *
     * @throws StartFailedException if it ended, or did not start in time
     */
    void awaitUp(Duration patience) {
        await(patience, () -> false, make::isUp);
    }

    /**
     * Waits until the application answers.
     *
     * @param broken asked again and again: true ends the waiting
     * @throws StartFailedException if the server ended, the deployment failed or nothing answered in time
     */
    void awaitReady(Duration patience, BooleanSupplier broken) {
        await(patience, broken, this::isReady);
    }

    private boolean isReady() throws IOException {
        return switch (make.deployment()) {
            case PENDING -> false;
            case FAILED ->
                throw new StartFailedException(
                        reason().orElseGet(() -> Texts.text("application.failed", make.title())));
            case DONE -> readiness.applicationAnswers();
        };
    }

    private void await(Duration patience, BooleanSupplier broken, Question ready) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                if (broken.getAsBoolean()) {
                    throw new StartFailedException(Texts.text("start.interrupted"));
                }
                if (!process.isAlive()) {
                    throw new StartFailedException(endDuringStart());
                }
                if (ready.isTrue()) {
                    return;
                }
                pause();
            }
        } catch (IOException failed) {
            throw new StartFailedException(Texts.text("server.unstartable", make.title(), failed.getMessage()), failed);
        }
        throw new StartFailedException(reason().orElseGet(() -> Texts.text("server.timeout", patience.toSeconds())));
    }

    /** What the application wrote into the log of this start for whoever shall run it. */
    Optional<String> setupLink() {
        try {
            return log.setupLink();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Waits until the process has ended, for whatever reason, and says so in one line. */
    String awaitEnd() throws InterruptedException {
        process.waitFor();
        return Texts.text("server.died", make.title(), process.exitValue());
    }

    boolean wasLaunched() {
        return process != null;
    }

    /** Lets it finish what it does, and kills it after a while. */
    void stop() {
        if (process != null) {
            Processes.end(process.toHandle(), STOP_PATIENCE);
        }
    }

    /** As if the machine's power had failed, for this process. */
    void kill() {
        process.destroyForcibly();
        Processes.end(process.toHandle(), STOP_PATIENCE);
    }

    private ProcessFile processFile() {
        return new ProcessFile(make.folder().resolve("server.process"));
    }

    private String endDuringStart() {
        return reason().map(reason -> Texts.text("server.died.reason", make.title(), process.exitValue(), reason))
                .orElseGet(() -> Texts.text("server.died", make.title(), process.exitValue()));
    }

    private Optional<String> reason() {
        try {
            return log.failureReason();
        } catch (IOException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailedException(Texts.text("start.interrupted"), interrupted);
        }
    }

    @FunctionalInterface
    private interface Question {
        boolean isTrue() throws IOException;
    }
}
