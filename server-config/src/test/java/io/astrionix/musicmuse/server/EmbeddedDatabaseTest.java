package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts real servers: a few seconds. */
class EmbeddedDatabaseTest {

    private static final String SCHEMAS =
            "select count(*) from pg_namespace where nspname in ('musicmuse', 'musicmuse_batch')";

    @TempDir
    Path folder;

    @Test
    void data_outlives_a_killed_launcher_whose_server_still_runs() throws Exception {
        killedLauncher();
        Path processFile = folder.resolve("data").resolve("postmaster.pid");
        var orphan = StalePostgres.process(Files.readAllLines(processFile)).orElseThrow();
        assertThat(orphan.isAlive()).isTrue();

        try (var next = database()) {
            next.start();

            assertThat(orphan.isAlive()).isFalse();

            assertThat(number(next, "select pitch from musicmuse.note")).isEqualTo(69);
            assertThat(number(next, SCHEMAS)).isEqualTo(2);
        }
    }

    @Test
    void another_postgres_that_got_the_number_of_a_dead_one_lives_on() throws Exception {
        try (var other = database()) {
            other.start();
            var lines = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"));
            Path left = Files.createDirectory(folder.resolve("left")).resolve("postmaster.pid");
            long start = StalePostgres.start(lines).orElseThrow().getEpochSecond();
            Files.write(left, List.of(lines.get(0), left.getParent().toString(), String.valueOf(start - 60)));

            new StalePostgres(left.getParent()).end();

            assertThat(left).doesNotExist();
            assertThat(number(other, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void the_application_is_no_superuser_and_owns_nothing() throws SQLException {
        try (var database = database()) {
            database.start();

            assertThat(number(database, "select count(*) from pg_roles where rolsuper and rolname = current_user"))
                    .isZero();
            assertRefused(database, "create schema other");
            assertRefused(database, "create table musicmuse.other (pitch int)");
            try (var application = database.access().connect();
                    var statement = application.createStatement()) {
                statement.execute("create table musicmuse_batch.job (id int)");
            }
        }
    }

    @Test
    void tables_of_a_version_without_an_owner_role_are_handed_over() throws SQLException {
        try (var database = database()) {
            database.start();
            execute(database, "create table musicmuse.note (pitch int)");
            asBefore(database, "alter table musicmuse.note owner to musicmuse");
            asBefore(database, "alter schema musicmuse owner to musicmuse");
            asBefore(database, "alter schema musicmuse_batch owner to musicmuse");
            asBefore(database, "alter database musicmuse owner to musicmuse");
            asBefore(database, "grant all on schema musicmuse_batch, musicmuse to musicmuse");
        }
        try (var database = database()) {
            database.start();

            execute(database, "alter table musicmuse.note add column cents int");
            assertRefused(database, "alter table musicmuse.note add column more int");
            assertRefused(database, "create table musicmuse.other (pitch int)");
            try (var application = database.access().connect();
                    var statement = application.createStatement()) {
                statement.execute("insert into musicmuse.note values (69)");
                statement.execute("delete from musicmuse.note");
                statement.execute("create table musicmuse_batch.job (id int)");
            }
        }
    }

    private static void assertRefused(EmbeddedDatabase database, String command) {
        assertThatThrownBy(() -> {
                    try (var connection = database.access().connect();
                            var statement = connection.createStatement()) {
                        statement.execute(command);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    /** As superuser: the server of development lets everybody of this machine in. */
    private static void asBefore(EmbeddedDatabase database, String command) throws SQLException {
        try (var connection = new DatabaseAccess(database.access().jdbcUrl(), "postgres", "").connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private EmbeddedDatabase database() {
        return database(folder);
    }

    private static EmbeddedDatabase database(Path folder) {
        return new EmbeddedDatabase(folder.resolve("data"), folder.resolve("database.log"));
    }

    private void killedLauncher() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var launcher = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLauncher.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("launcher.log").toFile())
                .start();
        launcher.waitFor();
        assertThat(folder.resolve("launcher.log")).hasContent("stored");
    }

    /** A process of its own: stores a note and is gone without a good-bye. */
    static final class KilledLauncher {

        private KilledLauncher() {}

        public static void main(String[] arguments) throws SQLException {
            var database = database(Path.of(arguments[0]));
            database.start();
            execute(database, "create table musicmuse.note (pitch int)");
            execute(database, "insert into musicmuse.note values (69)");
            System.out.print("stored");
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    private static void execute(EmbeddedDatabase database, String command) throws SQLException {
        try (var connection = database.ownerAccess().connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static int number(EmbeddedDatabase database, String question) throws SQLException {
        try (var connection = database.ownerAccess().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
