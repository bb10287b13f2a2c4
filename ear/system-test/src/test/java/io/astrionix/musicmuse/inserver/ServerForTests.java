package io.astrionix.musicmuse.inserver;

import io.astrionix.musicmuse.server.BareServer;
import io.astrionix.musicmuse.server.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts database and server, and tells arquillian.xml, by a system property, where the server takes deployments. */
public final class ServerForTests implements LauncherSessionListener {

    /** Where {@link ServerFigures} finds this module's build folder, in the server's environment. */
    static final String TARGET = "MUSICMUSE_TEST_TARGET";

    /** Where it finds the command that measures its figures again. */
    static final String FIGURES_COMMAND = "MUSICMUSE_TEST_FIGURES_COMMAND";

    private EmbeddedDatabase database;
    private BareServer server;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("musicmuse.arquillian")) {
            Path target = Path.of(System.getProperty("musicmuse.target"));
            Path folder = target.resolve("in-server");
            database = new EmbeddedDatabase(folder.resolve("database"), folder.resolve("database.log"));
            database.start();
            empty(database);
            forgetAnchors(folder);
            server = new BareServer(Path.of(System.getProperty("musicmuse.server.home")), folder);
            server.start(database, settings(folder, target, server.httpPort()));
            System.setProperty("musicmuse.admin.port", Integer.toString(server.adminPort()));
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (server != null) {
            server.close();
        }
        if (database != null) {
            database.close();
        }
    }

    /** An earlier run's tables go. */
    private static void empty(EmbeddedDatabase database) {
        try (Connection owner = database.ownerAccess().connect();
                var statement = owner.createStatement()) {
            for (String schema : List.of("musicmuse", "musicmuse_batch")) {
                statement.execute("drop schema if exists " + schema + " cascade");
                statement.execute("create schema " + schema);
            }
            statement.execute("grant usage, create on schema musicmuse_batch to "
                    + database.access().user());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the file remembers of an earlier run's audit log is not in this run's: the application would call it cut off. */
    private static void forgetAnchors(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("musicmuse.audit-anchor"));
            Files.deleteIfExists(folder.resolve("musicmuse.erasure-ledger"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> settings(Path folder, Path target, int httpPort) {
        return Map.ofEntries(
                Map.entry(TARGET, target.toString()),
                Map.entry(FIGURES_COMMAND, System.getProperty("musicmuse.figures.command")),
                Map.entry(ExportIT.ROWS_VARIABLE, System.getProperty("musicmuse.export.rows")),
                Map.entry(ManyHoldsIT.HOLDS_VARIABLE, System.getProperty("musicmuse.retention.holds")),
                Map.entry("MUSICMUSE_KEYS_FILE", folder.resolve("keys").toString()),
                Map.entry("MUSICMUSE_RETENTION_CHUNK", "10"),
                Map.entry("MUSICMUSE_SITE_ORIGIN", "http://127.0.0.1:" + httpPort),
                Map.entry("MUSICMUSE_SMTP_HOST", "127.0.0.1"),
                // Nobody listens there but while OutboxIT does.
                Map.entry("MUSICMUSE_SMTP_PORT", Integer.toString(freePort())),
                Map.entry("MUSICMUSE_SMTP_TLS", "none"),
                Map.entry("MUSICMUSE_SMTP_FROM", "music@test.musicmuse.test"),
                Map.entry("MUSICMUSE_SMTP_TIMEOUT", "PT5S"),
                Map.entry("MUSICMUSE_REGISTRATION", "open"),
                Map.entry("MUSICMUSE_OPERATOR_NAME", "Test"),
                Map.entry("MUSICMUSE_OPERATOR_CONTACT", "operator@test.musicmuse.test"),
                Map.entry("MUSICMUSE_OPERATOR_COUNTRY", "Austria"));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
