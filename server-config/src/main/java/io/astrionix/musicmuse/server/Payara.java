package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payara: is given the application by a command once it runs. */
final class Payara implements ServerMake {

    static final String DOMAIN = "domain1";

    /** What the shipped domain.xml says, and everybody's own server too. */
    private static final int ADMIN_PORT = 4848;

    private static final String MAIN_CLASS = "com.sun.enterprise.glassfish.bootstrap.ASMain";

    private final Path folder;
    private final ServerPorts ports;
    private final Template template;
    private final Asadmin asadmin;
    private Optional<Path> application = Optional.empty();
    private ServerLog log;
    private Process deploying;

    Payara(Path home, Path folder, ServerPorts ports) {
        this(home, folder, ports, () -> new PayaraDomain(home).configured());
    }

    Payara(Path home, Path folder, ServerPorts ports, Template template) {
        this.folder = folder;
        this.ports = ports;
        this.template = template;
        this.asadmin = new Asadmin(home);
    }

    static boolean isHome(Path home) {
        return Files.isRegularFile(Asadmin.jar(home));
    }

    @Override
    public String title() {
        return "Payara";
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Path logFile() {
        return domain().resolve("logs").resolve("server.log");
    }

    @Override
    public void prepare(Optional<Path> ear) throws IOException {
        Path shipped = template.domain();
        application = ear;
        deploying = null;
        for (String name :
                List.of("config", "lib", "applications", "generated", "osgi-cache", "docroot", "autodeploy")) {
            Folders.delete(domain().resolve(name));
        }
        for (String name : List.of("config", "lib")) {
            Folders.copy(shipped.resolve(name), domain().resolve(name));
        }
        Files.createDirectories(domain().resolve("docroot"));
        Files.createDirectories(domain().resolve("logs"));
        Path configuration = domain().resolve("config").resolve("domain.xml");
        String settings = Files.readString(configuration)
                .replace("port=\"" + ADMIN_PORT + "\"", "port=\"" + ports.admin() + "\"");
        if (ear.isEmpty()) {
            // Arquillian, which brings its own application, reads the port here and knows no variables of the
            // environment.
            settings = settings.replace("${ENV=MUSICMUSE_HTTP_PORT:8080}", Integer.toString(ports.http()));
        }
        Files.writeString(configuration, settings);
        keepEarlierLog();
        log = new ServerLog(logFile());
    }

    /** Payara would do so a little later, and whoever reads the log of this start would begin in the middle. */
    private void keepEarlierLog() throws IOException {
        if (Files.exists(logFile())) {
            String time = Files.getLastModifiedTime(logFile()).toString().replace(':', '-');
            Files.move(logFile(), logFile().resolveSibling("server.log_" + time));
        }
    }

    /** What {@code asadmin start-domain} would start, so that the process is this one's child. */
    @Override
    public List<String> command() throws IOException {
        var told = asadmin.run(List.of(
                "start-domain",
                "--dry-run",
                "--domaindir",
                folder.resolve("domains").toString(),
                DOMAIN));
        int program = told.indexOf(told.stream()
                .filter(line -> line.endsWith("java") || line.endsWith("java.exe"))
                .findFirst()
                .orElseThrow());
        int main = told.indexOf(MAIN_CLASS);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(told.subList(program + 1, main));
        command.addAll(ServerProcess.DEVELOPMENT_OPTIONS);
        command.addAll(told.subList(main, told.size()).stream()
                .takeWhile(line -> !line.isBlank())
                .toList());
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                LauncherSettings.HTTP_PORT,
                Integer.toString(ports.http()),
                LauncherSettings.HTTPS_PORT,
                Integer.toString(ports.https()),
                LauncherSettings.MANAGEMENT_PORT,
                Integer.toString(ports.management()));
    }

    /** Its master password is Payara's own, and guards a key store of test certificates. */
    @Override
    public String input() {
        return "AS_ADMIN_USERNAME=\nAS_ADMIN_PASSWORD=\nAS_ADMIN_MASTERPASSWORD=changeit\n";
    }

    @Override
    public boolean isUp() throws IOException {
        return log.contains("startup time :");
    }

    @Override
    public int adminPort() {
        return ports.admin();
    }

    @Override
    public Deployment deployment() throws IOException {
        if (deploying == null && isUp()) {
            deploying = asadmin.start(
                    logFile().resolveSibling("deploy.log"),
                    List.of(
                            "--port",
                            Integer.toString(ports.admin()),
                            "deploy",
                            "--virtualservers",
                            "server",
                            application.orElseThrow().toString()));
        }
        if (deploying == null || deploying.isAlive()) {
            return Deployment.PENDING;
        }
        return deploying.exitValue() == 0 ? Deployment.DONE : Deployment.FAILED;
    }

    private Path domain() {
        return folder.resolve("domains").resolve(DOMAIN);
    }

    /** The domain that each process gets a copy of. */
    @FunctionalInterface
    interface Template {
        Path domain() throws IOException;
    }
}
