package io.astrionix.musicmuse.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL on a free port of the loopback address, whose data outlives it. The application's role owns its
 * database and is no superuser, as on a district's server. For development and tests only: programs of this machine
 * get in without a password.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "musicmuse";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final Path dataFolder;
    private final Path log;
    private final int port;
    private final String password = RandomSecret.next();
    private EmbeddedPostgres postgres;

    /** @param dataFolder made if it is not there */
    public EmbeddedDatabase(Path dataFolder, Path log) {
        this.dataFolder = dataFolder;
        this.log = log;
        this.port = Ports.free();
    }

    /**
     * Starts the server, and makes role, database and schemas if they are missing. A server that a killed launcher
     * left running on the same data is ended first.
     *
     * @throws StartFailedException if PostgreSQL does not start
     */
    public void start() {
        try {
            Files.createDirectories(dataFolder);
            Files.createDirectories(log.getParent());
            new StalePostgres(dataFolder).end();
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(dataFolder)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START_PATIENCE)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("unix_socket_directories", "")
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .start();
            prepare();
        } catch (IOException | SQLException | IllegalStateException failed) {
            throw new StartFailedException(Texts.text("database.failed", failed.getMessage()), failed);
        }
    }

    /** How the application reaches it. The same until this object is forgotten, also after stop and start. */
    public DatabaseAccess access() {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/" + NAME, NAME, password);
    }

    /** Ends the server; the data stays. May be called at any time. */
    @Override
    public void close() {
        try {
            if (postgres != null) {
                postgres.close();
                postgres = null;
            }
            // Where the start was broken off, only its file tells of the server.
            new StalePostgres(dataFolder).end();
        } catch (IOException failed) {
            throw new StartFailedException(Texts.text("folder.broken", dataFolder, failed.getMessage()), failed);
        }
    }

    private void prepare() throws SQLException {
        try (Connection server = postgres.getPostgresDatabase().getConnection()) {
            if (!answersYes(server, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                execute(server, "create role " + NAME + " login");
            }
            execute(server, "alter role " + NAME + " password '" + password + "'");
            if (!answersYes(server, "select 1 from pg_database where datname = '" + NAME + "'")) {
                execute(server, "create database " + NAME + " owner " + NAME);
            }
        }
        try (Connection database = access().connect()) {
            Schemas.ensure(database);
        }
    }

    private static boolean answersYes(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
