package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A server of the machine's own PostgreSQL, laid out as Debian does: configuration beside the data, with a folder {@code
 * conf.d}. It and all commands run as the system's user postgres where the tests run as root, whom PostgreSQL refuses.
 */
final class ScratchPostgres implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";
    private static final long PATIENCE_SECONDS = 60;

    private static final String PRELUDE = """
            set -euo pipefail
            umask 077
            start() { pg_ctl --pgdata conf --silent --log server.log start; }
            stop() { pg_ctl --pgdata conf --silent --mode fast stop; }
            """;

    private final Path programs;
    private final Path folder;
    private final int port = Ports.free();
    private int scripts;

    /** @param folder an empty one, which becomes PostgreSQL's */
    ScratchPostgres(Path folder) throws IOException {
        this.folder = folder;
        programs = programs().orElseThrow();
        own(folder);
        run("", """
                mkdir conf conf/conf.d
                initdb --pgdata data --auth-local peer --auth-host reject --no-sync --wal-segsize 1 --encoding UTF8 --locale C > initdb.log
                mv data/*.conf conf
                cat >> conf/postgresql.conf <<EOF
                data_directory = '%1$s/data'
                hba_file = '%1$s/conf/pg_hba.conf'
                ident_file = '%1$s/conf/pg_ident.conf'
                port = %2$d
                unix_socket_directories = '%1$s'
                listen_addresses = ''
                fsync = off
                include_dir 'conf.d'
                EOF
                start
                """.formatted(folder, port));
    }

    /** Stops the test where there is no PostgreSQL: loudly skipped, and failed with {@code CI=true}. */
    static void required() {
        if (programs().isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("CI needs PostgreSQL: Debian's postgresql-15");
            }
            System.out.println("*** NO POSTGRESQL on this machine: the commands of docs/postgresql.md are SKIPPED.");
        }
        Assumptions.assumeTrue(programs().isPresent(), "no PostgreSQL on this machine");
    }

    /** The newest that Debian has installed. */
    private static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return port;
    }

    /** The server's log from its first start on. */
    String log() throws IOException {
        return Files.readString(folder.resolve("server.log"));
    }

    /**
     * Runs commands in the folder; {@code start} and {@code stop} are the server's.
     *
     * @param input what they read
     * @return what they wrote
     * @throws AssertionError if one fails; with what they wrote
     */
    String run(String input, String commands) throws IOException {
        var script = Files.writeString(folder.resolve("script-" + ++scripts), PRELUDE + commands);
        var in = Files.writeString(folder.resolve("input"), input);
        var out = folder.resolve("script-" + scripts + ".log");
        // setsid: without a terminal psql reads passwords from its input.
        var command = new ArrayList<>(List.of("setsid", "--wait", "bash", script.toString()));
        if (isRoot()) {
            command.addAll(0, List.of("runuser", "-u", USER, "--"));
        }
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile());
        builder.environment().putAll(environment());
        try {
            var process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new AssertionError("not done after " + PATIENCE_SECONDS + " s: " + Files.readString(out));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError(commands + Files.readString(out));
            }
            return Files.readString(out);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "PATH", programs + ":" + System.getenv("PATH"),
                "HOME", folder.toString(),
                "TMPDIR", folder.toString(),
                "PGPORT", String.valueOf(port),
                "PGHOST", folder.toString(),
                "PGDATABASE", "postgres",
                "PGPASSFILE", folder.resolve("pgpass").toString(),
                "LC_ALL", "C");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void own(Path path) throws IOException {
        if (isRoot()) {
            var user = path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
            Files.setOwner(path, user);
        }
    }

    /** Ends the server, and what a command that failed left running. */
    @Override
    public void close() throws IOException {
        run("", "for left in tmp.*/postmaster.pid; do [ ! -e $left ] || pg_ctl --pgdata ${left%/*} stop; done; stop");
    }
}
