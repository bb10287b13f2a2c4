package io.astrionix.musicmuse.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A server without an application: for tests that hand over one with the tests inside. */
public final class BareServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ServerMake make;
    private final ServerPorts ports;
    private final ServerProcess process;

    /**
     * @param serverHome an unpacked WildFly or Payara of the build; only read
     * @param workFolder takes configuration and logs
     */
    public BareServer(Path serverHome, Path workFolder) {
        ports = new ServerPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free());
        make = ServerMake.at(serverHome, workFolder.resolve(ServerMake.id(serverHome)), ports);
        process = new ServerProcess(make, Optional.empty(), ports);
    }

    /**
     * Starts it and waits until it runs.
     *
     * @param settings environment variables for the application to come, beside those of the database
     * @throws StartFailedException if it does not start; nothing is left running then
     */
    public void start(EmbeddedDatabase database, Map<String, String> settings) {
        var environment = new HashMap<>(new DatabaseRoles(database.access(), database.ownerAccess()).environment());
        environment.putAll(settings);
        try {
            process.launch(environment);
            process.awaitUp(PATIENCE);
        } catch (StartFailedException failed) {
            close();
            throw failed;
        }
    }

    public int httpPort() {
        return ports.http();
    }

    /** Where the server takes deployments. */
    public int adminPort() {
        return make.adminPort();
    }

    @Override
    public void close() {
        process.stop();
    }
}
