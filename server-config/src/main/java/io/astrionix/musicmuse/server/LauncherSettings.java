package io.astrionix.musicmuse.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.postgresql.Driver;

/**
 * What the launcher is told by environment variables.
 *
 * @param dataFolder where database, server folder and logs live
 * @param httpPort the application's port without TLS
 * @param httpsPort the application's port with TLS, where that is on
 * @param managementPort the server's own port: health checks, on WildFly the console too
 * @param tls whether the server ends TLS
 * @param ownCertificate whether a certificate is named; else the launcher makes one for TLS
 * @param ownDatabase a database that is there already; empty: start one
 */
record LauncherSettings(
        Path dataFolder,
        int httpPort,
        int httpsPort,
        int managementPort,
        boolean tls,
        boolean ownCertificate,
        Optional<DatabaseRoles> ownDatabase) {

    static final String DATA_DIR = "MUSICMUSE_DATA_DIR";
    static final String HTTP_PORT = "MUSICMUSE_HTTP_PORT";
    static final String HTTPS_PORT = "MUSICMUSE_HTTPS_PORT";
    static final String TLS = "MUSICMUSE_TLS";
    static final String TLS_KEYSTORE = "MUSICMUSE_TLS_KEYSTORE";
    static final String TLS_KEYSTORE_PASSWORD = "MUSICMUSE_TLS_KEYSTORE_PASSWORD";
    static final String MANAGEMENT_PORT = "MUSICMUSE_MANAGEMENT_PORT";
    static final String DB_URL = "MUSICMUSE_DB_URL";
    static final String DB_USER = "MUSICMUSE_DB_USER";
    static final String DB_PASSWORD = "MUSICMUSE_DB_PASSWORD";
    static final String DB_OWNER_USER = "MUSICMUSE_DB_OWNER_USER";
    static final String DB_OWNER_PASSWORD = "MUSICMUSE_DB_OWNER_PASSWORD";

    private static final String DEFAULT_DATA_FOLDER = ".musicmuse";
    private static final int DEFAULT_HTTP_PORT = 8080;
    private static final int DEFAULT_HTTPS_PORT = 8443;
    private static final int DEFAULT_MANAGEMENT_PORT = 9990;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * @param checkout a relative data folder is meant from here
     * @throws StartFailedException naming the setting that is wrong
     */
    static LauncherSettings from(Map<String, String> environment, Path checkout) {
        int httpPort = port(environment, HTTP_PORT, DEFAULT_HTTP_PORT);
        int managementPort = port(environment, MANAGEMENT_PORT, DEFAULT_MANAGEMENT_PORT);
        int httpsPort = port(environment, HTTPS_PORT, DEFAULT_HTTPS_PORT);
        boolean tls = tls(environment);
        requireDifferent(HTTP_PORT, httpPort, MANAGEMENT_PORT, managementPort);
        if (tls) {
            requireDifferent(HTTPS_PORT, httpsPort, MANAGEMENT_PORT, managementPort);
            requireDifferent(HTTP_PORT, httpPort, HTTPS_PORT, httpsPort);
        }
        return new LauncherSettings(
                dataFolder(environment, checkout),
                httpPort,
                httpsPort,
                managementPort,
                tls,
                !environment.getOrDefault(TLS_KEYSTORE, "").isBlank(),
                database(environment));
    }

    /** The certificate that the launcher must make; empty without TLS, or with a certificate of one's own. */
    Optional<DevelopmentCertificate> developmentCertificate() {
        return tls && !ownCertificate ? Optional.of(new DevelopmentCertificate(dataFolder)) : Optional.empty();
    }

    private static void requireDifferent(String one, int port, String other, int otherPort) {
        if (port == otherPort) {
            throw new StartFailedException(Texts.text("setting.ports.same", one, other, port));
        }
    }

    private static boolean tls(Map<String, String> environment) {
        return switch (environment.getOrDefault(TLS, "").strip()) {
            case "true" -> true;
            case "", "false" -> false;
            default -> throw new StartFailedException(Texts.text("setting.switch", TLS));
        };
    }

    private static Path dataFolder(Map<String, String> environment, Path checkout) {
        String given = environment.getOrDefault(DATA_DIR, "");
        try {
            return checkout.resolve(given.isBlank() ? DEFAULT_DATA_FOLDER : given)
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException wrong) {
            throw new StartFailedException(Texts.text("setting.data.folder", given), wrong);
        }
    }

    private static int port(Map<String, String> environment, String name, int standard) {
        String given = environment.getOrDefault(name, "");
        if (given.isBlank()) {
            return standard;
        }
        int port;
        try {
            port = Integer.parseInt(given.strip());
        } catch (NumberFormatException noNumber) {
            throw new StartFailedException(Texts.text("setting.port", name, given), noNumber);
        }
        if (port < 1 || port > HIGHEST_PORT) {
            throw new StartFailedException(Texts.text("setting.port", name, given));
        }
        return port;
    }

    private static Optional<DatabaseRoles> database(Map<String, String> environment) {
        String url = environment.getOrDefault(DB_URL, "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        if (Driver.parseURL(url, null) == null) {
            // Named, not shown, as the driver would later: it may hold a password.
            throw new StartFailedException(Texts.text("setting.database.url", DB_URL));
        }
        return Optional.of(new DatabaseRoles(
                new DatabaseAccess(url, needed(environment, DB_USER), needed(environment, DB_PASSWORD)),
                new DatabaseAccess(url, needed(environment, DB_OWNER_USER), needed(environment, DB_OWNER_PASSWORD))));
    }

    private static String needed(Map<String, String> environment, String name) {
        String given = environment.getOrDefault(name, "");
        if (given.isBlank()) {
            throw new StartFailedException(Texts.text("setting.database.missing", name));
        }
        return given;
    }
}
