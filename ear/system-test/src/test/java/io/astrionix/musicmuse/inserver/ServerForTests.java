package io.astrionix.musicmuse.inserver;

import io.astrionix.musicmuse.server.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the database before Arquillian starts its WildFly and tells arquillian.xml, by system properties, where both
 * are. The server's folder is its own; the unpacked WildFly is only read.
 */
public final class ServerForTests implements LauncherSessionListener {

    private EmbeddedDatabase database;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("musicmuse.arquillian")) {
            Path folder = Path.of(System.getProperty("musicmuse.target"), "in-server");
            database = new EmbeddedDatabase(folder.resolve("database"), folder.resolve("database.log"));
            database.start();
            empty(database);
            forgetAnchors(folder);
            tellArquillian(serverFolder(folder), database);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
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
            Files.deleteIfExists(folder.resolve("wildfly").resolve("data").resolve("musicmuse.audit-anchor"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path serverFolder(Path folder) {
        Path server = folder.resolve("wildfly");
        Path shipped = Path.of(System.getProperty("musicmuse.wildfly"), "standalone", "configuration");
        try (var files = Files.list(shipped)) {
            Files.createDirectories(server.resolve("deployments"));
            Path configuration = Files.createDirectories(server.resolve("configuration"));
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, configuration.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return server;
    }

    private static void tellArquillian(Path server, EmbeddedDatabase database) {
        var access = database.access();
        System.setProperty("musicmuse.server", server.toString());
        System.setProperty("musicmuse.http.port", Integer.toString(freePort()));
        System.setProperty("musicmuse.management.port", Integer.toString(freePort()));
        // Nobody listens there but while OutboxIT does.
        System.setProperty("musicmuse.smtp.port", Integer.toString(freePort()));
        System.setProperty("musicmuse.db.url", access.jdbcUrl());
        System.setProperty("musicmuse.db.user", access.user());
        System.setProperty("musicmuse.db.password", access.password());
        System.setProperty("musicmuse.db.owner.user", database.ownerAccess().user());
        System.setProperty("musicmuse.db.owner.password", database.ownerAccess().password());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
