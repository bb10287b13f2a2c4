package io.astrionix.musicmuse.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A PostgreSQL on a free port of the loopback address, whose data outlives it. As on a district's server one role owns
 * the tables, another one works with their rows, and neither is a superuser; both need their passwords. For development
 * and tests only: as PostgreSQL's own superuser, programs of this machine get in without one.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "musicmuse";
    private static final String APPLICATION = "musicmuse";
    private static final String OWNER = "musicmuse_owner";

    /** Gives the tables of a database from before there was an owner to the owner; the same script as for districts. */
    private static final String HAND_OVER = "/postgresql/hand-over.sql";

    private static final String WHO_GETS_IN = """
            host all postgres 127.0.0.1/32 trust
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final Path dataFolder;
    private final Path log;
    private final int port;
    private final String password = RandomSecret.next();
    private final String ownerPassword = RandomSecret.next();
    private EmbeddedPostgres postgres;

    /** @param dataFolder made if it is not there */
    public EmbeddedDatabase(Path dataFolder, Path log) {
        this.dataFolder = dataFolder;
        this.log = log;
        this.port = Ports.free();
    }

    /**
     * Starts the server, and makes roles, database and schemas if they are missing. A server that a killed launcher
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
        return new DatabaseAccess(jdbcUrl(), APPLICATION, password);
    }

    /** How the migrations reach it: as the owner of all tables. */
    public DatabaseAccess ownerAccess() {
        return new DatabaseAccess(jdbcUrl(), OWNER, ownerPassword);
    }

    /** A connection to PostgreSQL as its superuser, for what neither role may do; the caller closes it. */
    public Connection superuser() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
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

    private void prepare() throws SQLException, IOException {
        try (Connection server = postgres.getPostgresDatabase().getConnection()) {
            ensureRole(server, OWNER, ownerPassword);
            ensureRole(server, APPLICATION, password);
            if (!answersYes(server, "select 1 from pg_database where datname = '" + NAME + "'")) {
                execute(server, "create database " + NAME + " owner " + OWNER);
            }
            Files.writeString(dataFolder.resolve("pg_hba.conf"), WHO_GETS_IN);
            execute(server, "select pg_reload_conf()");
        }
        try (Connection superuser = postgres.getDatabase("postgres", NAME).getConnection();
                InputStream script = EmbeddedDatabase.class.getResourceAsStream(HAND_OVER)) {
            execute(superuser, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        try (Connection owner = ownerAccess().connect()) {
            Schemas.ensure(owner, APPLICATION);
        }
    }

    private static void ensureRole(Connection server, String name, String password) throws SQLException {
        if (!answersYes(server, "select 1 from pg_roles where rolname = '" + name + "'")) {
            execute(server, "create role " + name + " login");
        }
        execute(server, "alter role " + name + " password '" + password + "'");
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
