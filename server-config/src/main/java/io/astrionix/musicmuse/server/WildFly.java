package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** WildFly: takes the application from its folder of deployments while it starts. */
final class WildFly implements ServerMake {

    private static final String APPLICATION = "musicmuse.ear";
    private static final String STARTED_WITH_ERRORS = "WFLYSRV0026";

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

    private final Path home;
    private final Path folder;
    private final ServerPorts ports;
    private ServerLog log;

    WildFly(Path home, Path folder, ServerPorts ports) {
        this.home = home;
        this.folder = folder;
        this.ports = ports;
    }

    @Override
    public String title() {
        return "WildFly";
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Path logFile() {
        return folder.resolve("log").resolve("server.log");
    }

    @Override
    public void prepare(Optional<Path> application) throws IOException {
        if (!Files.isRegularFile(home.resolve("jboss-modules.jar"))) {
            throw new StartFailedException(Texts.text("server.missing", title(), home));
        }
        for (String name : List.of("configuration", "deployments", "tmp", "data/content")) {
            Folders.delete(folder.resolve(name));
        }
        Files.createDirectories(folder.resolve("log"));
        log = new ServerLog(logFile());
        Path configuration = Files.createDirectories(folder.resolve("configuration"));
        try (var files = Files.list(home.resolve("standalone").resolve("configuration"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Path deployments = Files.createDirectories(folder.resolve("deployments"));
        if (application.isPresent()) {
            Files.copy(application.get(), deployments.resolve(APPLICATION));
            Files.createFile(marker(".dodeploy"));
        }
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ServerProcess.DEVELOPMENT_OPTIONS);
        command.addAll(List.of("-Xms256m", "-Xmx512m", "-XX:MetaspaceSize=192m"));
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
                "-Djboss.http.port=" + ports.http(),
                "-Djboss.https.port=" + ports.https(),
                "-Djboss.management.http.port=" + ports.management()));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public String input() {
        return "";
    }

    @Override
    public boolean isUp() {
        return Readiness.answers(URI.create("http://127.0.0.1:" + ports.management() + "/health/live"));
    }

    @Override
    public int adminPort() {
        return ports.management();
    }

    /** Without its certificate, for example, WildFly itself fails, and the application is neither deployed nor refused. */
    @Override
    public Deployment deployment() throws IOException {
        if (Files.exists(marker(".failed")) || log.contains(STARTED_WITH_ERRORS)) {
            return Deployment.FAILED;
        }
        return Files.exists(marker(".deployed")) ? Deployment.DONE : Deployment.PENDING;
    }

    private Path marker(String suffix) {
        return folder.resolve("deployments").resolve(APPLICATION + suffix);
    }
}
