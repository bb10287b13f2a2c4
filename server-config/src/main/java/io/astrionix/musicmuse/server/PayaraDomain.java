package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The domain of an unpacked Payara after the script that a district runs on its own ({@code configure.asadmin}): made once
 * and kept beside the shipped one.
 */
final class PayaraDomain {

    private static final String CONFIGURED = "configured";
    private static final String SCRIPT = "configure.asadmin";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Those of the shipped domain.xml; the admin port is replaced by {@link Payara}. */
    private static final Pattern SHIPPED_PORTS = Pattern.compile("(?<=port=\")(8080|8181|3700|3820|3920|8686)(?=\")");

    /** What the script says where something was made before; everything else in it says what shall be. */
    private static final Pattern ALREADY_THERE = Pattern.compile(".*already exists.*|Command create-\\S+ failed\\.");

    private static final Pattern FAILURE = Pattern.compile("(?i).*(failure|failed).*");

    private final Path home;
    private final Path domains;

    /** @param home the unpacked Payara, with the script and the database driver in the place of each */
    PayaraDomain(Path home) {
        this.home = home;
        this.domains = home.resolve("glassfish").resolve("domains");
    }

    /**
     * Starts Payara and runs the script twice if that was not done yet.
     *
     * @return its folder
     * @throws StartFailedException if a command failed, or the second run changed something
     */
    Path configured() throws IOException {
        Path configured = domains.resolve(CONFIGURED);
        Path applied = configured.resolve(SCRIPT);
        if (!Files.exists(applied) || Files.mismatch(applied, script()) != -1) {
            Folders.delete(configured);
            configure(configured);
            Files.copy(script(), applied);
        }
        return configured;
    }

    private Path script() {
        return home.resolve(SCRIPT);
    }

    private void configure(Path configured) throws IOException {
        Path work = Files.createDirectories(home.resolve("configuring"));
        Folders.delete(work);
        Path template = work.resolve("template");
        Folders.copy(domains.resolve(Payara.DOMAIN), template);
        givePorts(template.resolve("config").resolve("domain.xml"));
        var ports = new ServerPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free());
        var server = new ServerProcess(new Payara(home, work, ports, () -> template), Optional.empty(), ports);
        server.launch(Map.of());
        Path result =
                work.resolve("domains").resolve(Payara.DOMAIN).resolve("config").resolve("domain.xml");
        try {
            server.awaitUp(PATIENCE);
            requireNothing(FAILURE, run(ports.admin()));
            String once = Files.readString(result);
            requireNothing(
                    FAILURE,
                    run(ports.admin()).stream()
                            .filter(line -> !ALREADY_THERE.matcher(line).matches())
                            .toList());
            if (!once.equals(Files.readString(result))) {
                throw new StartFailedException(Texts.text("payara.changed"));
            }
        } finally {
            server.stop();
        }
        Folders.copy(result.getParent(), configured.resolve("config"));
        Path copied = configured.resolve("config").resolve("domain.xml");
        Files.writeString(copied, Files.readString(copied).replace("port=\"" + ports.admin() + "\"", "port=\"4848\""));
        Folders.copy(domains.resolve(Payara.DOMAIN).resolve("lib"), configured.resolve("lib"));
        Folders.delete(work);
    }

    private List<String> run(int adminPort) throws IOException {
        return new Asadmin(home)
                .run(List.of("--port", Integer.toString(adminPort), "multimode", "--file", script().toString()));
    }

    /** So that the one start before the script takes nobody's port. */
    private static void givePorts(Path configuration) throws IOException {
        Files.writeString(
                configuration,
                SHIPPED_PORTS
                        .matcher(Files.readString(configuration))
                        .replaceAll(port -> Integer.toString(Ports.free())));
    }

    private static void requireNothing(Pattern wrong, List<String> said) {
        var found = said.stream().filter(line -> wrong.matcher(line).matches()).toList();
        if (!found.isEmpty()) {
            throw new StartFailedException(Texts.text("payara.script", String.join(" ", found)));
        }
    }
}
