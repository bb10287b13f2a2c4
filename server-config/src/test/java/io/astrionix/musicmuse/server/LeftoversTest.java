package io.astrionix.musicmuse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed launcher leaves behind, and what another program has taken. */
class LeftoversTest {

    private static final long PATIENCE_SECONDS = 20;

    @TempDir
    Path folder;

    @Test
    void the_remembered_process_is_ended() throws Exception {
        Process orphan = longRunning();
        var file = new ProcessFile(folder.resolve("server.process"));
        file.write(orphan.toHandle());

        file.endOrphan(Duration.ofSeconds(PATIENCE_SECONDS));

        assertThat(orphan.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("server.process")).doesNotExist();
    }

    @Test
    void another_process_with_the_same_number_is_left_alone() throws Exception {
        Process other = longRunning();
        try {
            Files.writeString(folder.resolve("server.process"), other.pid() + " 2001-01-01T00:00:00Z");

            new ProcessFile(folder.resolve("server.process")).endOrphan(Duration.ofSeconds(PATIENCE_SECONDS));

            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_file_that_names_no_process_is_no_hindrance() {
        assertThat(ProcessFile.remembered("")).isEmpty();
        assertThat(ProcessFile.remembered("twelve 2001-01-01T00:00:00Z")).isEmpty();
        assertThat(StalePostgres.process(List.of())).isEmpty();
        assertThat(StalePostgres.process(List.of("twelve"))).isEmpty();
    }

    @Test
    void a_start_time_may_be_two_seconds_off() {
        var start = Instant.parse("2026-11-22T10:00:00Z");

        assertThat(Processes.sameStart(start, start.plusMillis(2000))).isTrue();
        assertThat(Processes.sameStart(start, start.minusMillis(2000))).isTrue();
        assertThat(Processes.sameStart(start, start.plusMillis(2001))).isFalse();
        assertThat(Processes.sameStart(start, start.minusMillis(2001))).isFalse();
    }

    @Test
    void the_remembered_process_is_known_by_a_start_time_reckoned_again() throws Exception {
        Process orphan = longRunning();
        try {
            var start = orphan.info().startInstant().orElseThrow();

            assertThat(ProcessFile.remembered(orphan.pid() + " " + start.plusMillis(990)))
                    .contains(orphan.toHandle());
            assertThat(ProcessFile.remembered(orphan.pid() + " unknown")).isEmpty();
        } finally {
            orphan.destroyForcibly().waitFor();
        }
    }

    @Test
    void the_third_line_of_a_postmaster_file_is_the_start() {
        assertThat(StalePostgres.start(List.of("12", "data", "1795341600", "5432")))
                .contains(Instant.parse("2026-11-22T10:00:00Z"));
        assertThat(StalePostgres.start(List.of("12", "data"))).isEmpty();
        assertThat(StalePostgres.start(List.of("12", "data", "today"))).isEmpty();
    }

    @Test
    void a_process_that_does_not_end_is_told() {
        assertThatThrownBy(() -> Processes.endLeftover(immortal(), Duration.ofMillis(1)))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("Process 4711,");
    }

    @Test
    void a_postmaster_file_of_a_dead_process_is_taken_away() throws Exception {
        Process dead = longRunning();
        dead.destroyForcibly().waitFor();
        Files.writeString(folder.resolve("postmaster.pid"), dead.pid() + "\n" + folder + "\n");

        new StalePostgres(folder).end();

        assertThat(folder.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void a_program_that_got_the_number_of_a_dead_postgres_lives_on() throws Exception {
        Process innocent = longRunning();
        try {
            Files.writeString(folder.resolve("postmaster.pid"), innocent.pid() + "\n" + folder + "\n");

            new StalePostgres(folder).end();

            assertThat(innocent.isAlive()).isTrue();
            assertThat(folder.resolve("postmaster.pid")).doesNotExist();
        } finally {
            innocent.destroyForcibly().waitFor();
        }
    }

    @Test
    void postgres_is_known_by_the_name_of_its_program() {
        assertThat(StalePostgres.isPostgres("/opt/pg/bin/postgres")).isTrue();
        assertThat(StalePostgres.isPostgres("postgres.exe")).isTrue();
        assertThat(StalePostgres.isPostgres("/opt/postgres/bin/java")).isFalse();
    }

    @Test
    void a_folder_has_one_launcher_at_a_time() {
        try (var first = new FolderLock(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> new FolderLock(folder))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("already runs with the data in " + folder);
        }
        new FolderLock(folder).close();
    }

    @Test
    void a_taken_port_is_told_with_the_setting_that_changes_it() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(port, "MUSICMUSE_HTTP_PORT"))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessage(
                            "Port %d is taken by another program: end it, or set MUSICMUSE_HTTP_PORT to a free port.",
                            port);
        }
        Ports.requireFree(Ports.free(), "MUSICMUSE_HTTP_PORT");
    }

    /** No signal ends it. */
    private static ProcessHandle immortal() {
        return (ProcessHandle) Proxy.newProxyInstance(
                LeftoversTest.class.getClassLoader(),
                new Class<?>[] {ProcessHandle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "pid" -> 4711L;
                    case "onExit" -> new CompletableFuture<ProcessHandle>();
                    case "isAlive", "destroy", "destroyForcibly" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A Java that waits for input that never comes: the one program that is there on every system. */
    private static Process longRunning() throws IOException {
        var program = Path.of(System.getProperty("java.home"), "bin", "jshell").toString();
        return new ProcessBuilder(program, "-s").redirectErrorStream(true).start();
    }
}
