package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is different from one make of application server to the other; what is the same is {@link ServerProcess}'s. The
 * unpacked server is only read: configuration, application and log of a process are in a folder of its own.
 */
interface ServerMake {

    /** How far the server is with the application. */
    enum Deployment {
        PENDING,
        DONE,
        FAILED
    }

    /**
     * @param home an unpacked server of the build
     * @param folder for the process; its last name is {@link #id(Path)}
     * @param ports where the process shall listen, on the loopback address
     */
    static ServerMake at(Path home, Path folder, ServerPorts ports) {
        return Payara.isHome(home) ? new Payara(home, folder, ports) : new WildFly(home, folder, ports);
    }

    /** In lower case, for the name of a folder. */
    static String id(Path home) {
        return Payara.isHome(home) ? "payara" : "wildfly";
    }

    /** As people write it. */
    String title();

    Path folder();

    Path logFile();

    /**
     * Configuration and application fresh from the build; logs and the server's own data stay.
     *
     * @param application empty: a server without an application
     * @throws StartFailedException if there is no such server
     */
    void prepare(Optional<Path> application) throws IOException;

    /** The program and its arguments. */
    List<String> command() throws IOException;

    /** Beside the application's settings. */
    Map<String, String> environment();

    /** What the process reads first on its standard input. */
    String input();

    /** Whether the server, though perhaps not yet the application, has started. */
    boolean isUp() throws IOException;

    /** Where it takes deployments over the network. */
    int adminPort();

    /** Asked again and again until it is not pending. */
    Deployment deployment() throws IOException;
}
