package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A WildFly process with the application in it. The unpacked WildFly is only read; configuration, deployment and log
 * are in a folder of its own, so that servers do not meet.
 */
final class WildFlyServer {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final String APPLICATION = "musicmuse.ear";

    /** What WildFly's own start scripts give a modular JDK. */
    private static final List<String> MODULE_OPTIONS = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    /** Quick to start rather than fast for long: right for development and tests, not for a district. */
    private static final List<String> DEVELOPMENT_OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms256m", "-Xmx512m", "-XX:MetaspaceSize=192m");

    private final Path home;
    private final Path ear;
    private final Path folder;
    private final int httpPort;
    private final int managementPort;
    private Process process;
    private ServerLog log;

    WildFlyServer(Path home, Path ear, Path folder, int httpPort, int managementPort) {
        this.home = home;
        this.ear = ear;
        this.folder = folder;
        this.httpPort = httpPort;
        this.managementPort = managementPort;
    }

    Path logFile() {
        return folder.resolve("log").resolve("server.log");
    }

    /**
     * Starts the process and returns at once. A server that a killed launcher left in the same folder is ended first.
     *
     * @param environment added to this process's own
     */
    void launch(Map<String, String> environment) {
        requireFile(home.resolve("jboss-modules.jar"), "server.missing", home);
        requireFile(ear, "application.missing", ear);
        try {
            endOrphan();
            prepareFolder();
            log = new ServerLog(logFile());
            var console = folder.resolve("log").resolve("console.log").toFile();
            var builder = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(console))
                    .directory(folder.toFile());
            builder.environment().putAll(new HashMap<>(environment));
            process = builder.start();
            process.getOutputStream().close();
            processFile().write(process.toHandle());
        } catch (IOException failed) {
            throw new StartFailedException(Texts.text("server.unstartable", failed.getMessage()), failed);
        }
    }

    /** Ends what a killed launcher left running in this server's folder. */
    void endOrphan() throws IOException {
        processFile().endOrphan(STOP_PATIENCE);
    }

    /**
     * Waits until the application answers.
     *
     * @param broken asked again and again: true ends the waiting
     * @throws StartFailedException if the server ended, the deployment failed or nothing answered in time
     */
    void awaitReady(Duration patience, BooleanSupplier broken) {
        var readiness = new Readiness(httpPort, managementPort);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (broken.getAsBoolean()) {
                throw new StartFailedException(Texts.text("start.interrupted"));
            }
            if (!process.isAlive()) {
                throw new StartFailedException(endDuringStart());
            }
            if (Files.exists(marker(".failed"))) {
                throw new StartFailedException(reason().orElseGet(() -> Texts.text("application.failed")));
            }
            if (Files.exists(marker(".deployed")) && readiness.applicationAnswers()) {
                return;
            }
            pause();
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
        return Texts.text("server.died", process.exitValue());
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

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(DEVELOPMENT_OPTIONS);
        command.addAll(MODULE_OPTIONS);
        command.addAll(List.of(
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Dorg.jboss.boot.log.file=" + logFile(),
                "-Dlogging.configuration="
                        + folder.resolve("configuration")
                                .resolve("logging.properties")
                                .toUri(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + folder,
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.bind.address.management=127.0.0.1",
                "-Djboss.http.port=" + httpPort,
                "-Djboss.https.port=0",
                "-Djboss.management.http.port=" + managementPort));
        return command;
    }

    /** Configuration and deployment fresh from the build; WildFly's data (timers, transactions) and logs stay. */
    private void prepareFolder() throws IOException {
        for (String name : List.of("configuration", "deployments", "tmp", "data/content")) {
            deleteAll(folder.resolve(name));
        }
        Files.createDirectories(folder.resolve("log"));
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        try (var files = Files.list(home.resolve("standalone").resolve("configuration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Path deployments = Files.createDirectories(folder.resolve("deployments"));
        Files.copy(ear, deployments.resolve(APPLICATION));
        Files.createFile(marker(".dodeploy"));
    }

    private Path marker(String suffix) {
        return folder.resolve("deployments").resolve(APPLICATION + suffix);
    }

    private ProcessFile processFile() {
        return new ProcessFile(folder.resolve("wildfly.process"));
    }

    private String endDuringStart() {
        return reason().map(reason -> Texts.text("server.died.reason", process.exitValue(), reason))
                .orElseGet(() -> Texts.text("server.died", process.exitValue()));
    }

    private Optional<String> reason() {
        try {
            return log.failureReason();
        } catch (IOException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    private static void requireFile(Path file, String text, Path named) {
        if (!Files.isRegularFile(file)) {
            throw new StartFailedException(Texts.text(text, named));
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailedException(Texts.text("start.interrupted"), interrupted);
        }
    }
}
