package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * MusicMuse as a whole on this machine: a database, a server with the EAR, and a demo account for each role. For the launcher
 * and for system tests.
 *
 * <pre>{@code
 * try (var musicMuse = RunningMusicMuse.start(serverHome, ear, workFolder, Map.of())) {
 *     browser.open(musicMuse.baseUri());
 * }
 * }</pre>
 */
public final class RunningMusicMuse implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(4);

    private final LauncherSettings settings;
    private final Map<String, String> extraEnvironment;
    private final String demoPassword = RandomSecret.next();
    private final String demoSeed = RandomSecret.nextSeed();
    private final ServerProcess server;
    private Optional<EmbeddedDatabase> embedded = Optional.empty();
    private DatabaseRoles database;
    private FolderLock lock;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Starts nothing yet, so that the caller can make sure first that it will be closed. */
    RunningMusicMuse(Path serverHome, Path ear, LauncherSettings settings, Map<String, String> extraEnvironment) {
        this.settings = settings;
        this.extraEnvironment = Map.copyOf(extraEnvironment);
        var ports = new ServerPorts(settings.httpPort(), settings.httpsPort(), settings.managementPort(), Ports.free());
        var home = serverHome.toAbsolutePath();
        this.server = new ServerProcess(
                ServerMake.at(home, settings.dataFolder().resolve(ServerMake.id(home)), ports),
                Optional.of(ear.toAbsolutePath()),
                ports);
    }

    /**
     * What will have a database and a server on free ports; the caller closes it, whether it starts or not.
     *
     * @param serverHome the WildFly or Payara that the module {@code wildfly} or {@code payara} unpacked
     * @param ear the application
     * @param workFolder takes database, server folder and logs; what an earlier run left there is used again
     * @param extraEnvironment settings for the application, beside those for database and demo accounts
     */
    public static RunningMusicMuse at(
            Path serverHome, Path ear, Path workFolder, Map<String, String> extraEnvironment) {
        var settings = new LauncherSettings(
                workFolder.toAbsolutePath(),
                Ports.free(),
                Ports.free(),
                Ports.free(),
                "true".equals(extraEnvironment.get(LauncherSettings.TLS)),
                false,
                Optional.empty());
        return new RunningMusicMuse(serverHome, ear, settings, extraEnvironment);
    }

    /**
     * As {@link #at}, started.
     *
     * @throws StartFailedException if it does not start; nothing is left running then
     */
    public static RunningMusicMuse start(
            Path serverHome, Path ear, Path workFolder, Map<String, String> extraEnvironment) {
        var musicMuse = at(serverHome, ear, workFolder, extraEnvironment);
        try {
            musicMuse.start();
            return musicMuse;
        } catch (StartFailedException failed) {
            musicMuse.close();
            throw failed;
        }
    }

    /**
     * Starts database and server and waits until the application answers. For a caller that closes this object whatever
     * happens.
     *
     * @throws StartFailedException if it does not start; the server may still run then
     */
    public void start() {
        takeFolder();
        startDatabase();
        launchServer();
        awaitReady();
    }

    /** The port without TLS. */
    public int httpPort() {
        return settings.httpPort();
    }

    /** Where the launcher's own certificate is, if it was needed: a PKCS 12 file. */
    public Optional<Path> developmentCertificate() {
        return settings.developmentCertificate().map(DevelopmentCertificate::ensure);
    }

    /** The server's own port, with {@code /health}. */
    public int managementPort() {
        return settings.managementPort();
    }

    /** The start page, ending in a slash. */
    public URI baseUri() {
        return URI.create(origin() + "/");
    }

    /** localhost, not its number: passkeys belong to a name. */
    private String origin() {
        return settings.tls() ? "https://localhost:" + settings.httpsPort() : "http://localhost:" + httpPort();
    }

    /** {@code /live} and {@code /ready} are below it. */
    public URI healthUri() {
        return URI.create("http://127.0.0.1:" + managementPort() + "/health");
    }

    /** The database that the application uses, as the owner of its tables: for looking behind the pages. */
    public DatabaseAccess database() {
        return database.owner();
    }

    /** The same database as the application itself may use it. */
    public DatabaseAccess applicationDatabase() {
        return database.application();
    }

    public Path serverLog() {
        return server.logFile();
    }

    /** What the server keeps on disk: configuration, application, logs. */
    public Path serverFolder() {
        return server.folder();
    }

    /** The server's process, such as it is now. */
    public ProcessHandle serverProcess() {
        return server.handle();
    }

    public DemoAccount learner() {
        return demo("LEARNER");
    }

    public DemoAccount trainer() {
        return demo("TRAINER");
    }

    /** @param role its name in the application, such as ORG_ADMIN: each has a demo account */
    public DemoAccount demo(String role) {
        return DemoAccount.of(role, demoPassword, demoSeed);
    }

    /** The link that makes the first platform admin, as the application wrote it into its log; empty once there is one. */
    public Optional<String> setupLink() {
        return server.setupLink();
    }

    /** Kills the server as {@code kill -9} does; the database goes on. */
    public void killServer() {
        server.kill();
    }

    /**
     * Ends the server if it still runs, starts it again on the same ports and the same data, and waits until the
     * application answers.
     *
     * @throws StartFailedException if it does not start
     */
    public void restartServer() {
        server.stop();
        launchServer();
        awaitReady();
    }

    /**
     * Ends the database, while the server goes on.
     *
     * @throws IllegalStateException if the database is not this object's own
     */
    public void stopDatabase() {
        ownDatabase().close();
    }

    /**
     * Starts the database again, on the same port.
     *
     * @throws IllegalStateException if the database is not this object's own
     */
    public void resumeDatabase() {
        ownDatabase().start();
    }

    private EmbeddedDatabase ownDatabase() {
        return embedded.orElseThrow(() -> new IllegalStateException("not our own database"));
    }

    /** Whether {@code /health/ready} says that requests may come. */
    public boolean isReady() {
        return Readiness.isUp(healthUri().resolve("/health/ready"));
    }

    /** Ends the server, then the database. May be called at any time, from any thread, and more than once. */
    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            server.stop();
            embedded.ifPresent(EmbeddedDatabase::close);
            embedded = Optional.empty();
            if (lock != null) {
                lock.close();
                lock = null;
            }
        }
    }

    /** Says in one line how the server ended. */
    String awaitServerEnd() throws InterruptedException {
        return server.awaitEnd();
    }

    boolean serverWasLaunched() {
        return server.wasLaunched();
    }

    /** Whether somebody closes this object before the patience is over, or has closed it. */
    boolean closesWithin(Duration patience) throws InterruptedException {
        return closing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private synchronized void takeFolder() {
        refuseIfClosed();
        lock = new FolderLock(settings.dataFolder());
        try {
            server.endOrphan();
        } catch (IOException failed) {
            throw new StartFailedException(
                    Texts.text("folder.broken", settings.dataFolder(), failed.getMessage()), failed);
        }
        Ports.requireFree(settings.httpPort(), LauncherSettings.HTTP_PORT);
        if (settings.tls()) {
            Ports.requireFree(settings.httpsPort(), LauncherSettings.HTTPS_PORT);
        }
        Ports.requireFree(settings.managementPort(), LauncherSettings.MANAGEMENT_PORT);
    }

    private synchronized void startDatabase() {
        refuseIfClosed();
        if (settings.ownDatabase().isPresent()) {
            database = settings.ownDatabase().get();
            prepareOwnDatabase();
        } else {
            var postgres = new EmbeddedDatabase(
                    settings.dataFolder().resolve("database"),
                    settings.dataFolder().resolve("database.log"));
            embedded = Optional.of(postgres);
            postgres.start();
            database = new DatabaseRoles(postgres.access(), postgres.ownerAccess());
        }
    }

    private void prepareOwnDatabase() {
        try (Connection owner = database.owner().connect();
                Connection application = database.application().connect()) {
            ensureSchemas(owner, application.getMetaData().getUserName());
        } catch (SQLException unreachable) {
            throw new StartFailedException(Texts.text("database.unreachable", unreachable.getMessage()), unreachable);
        }
    }

    private static void ensureSchemas(Connection owner, String application) {
        try {
            Schemas.ensure(owner, application);
        } catch (SQLException refused) {
            throw new StartFailedException(Texts.text("database.schemas", refused.getMessage()), refused);
        }
    }

    private synchronized void launchServer() {
        refuseIfClosed();
        var environment = new LaunchEnvironment(settings, origin(), demoPassword, demoSeed, extraEnvironment);
        server.launch(environment.variables(database));
    }

    private void awaitReady() {
        server.awaitReady(START_PATIENCE, this::isClosed);
    }

    private void refuseIfClosed() {
        if (isClosed()) {
            throw new StartFailedException(Texts.text("start.interrupted"));
        }
    }
}
