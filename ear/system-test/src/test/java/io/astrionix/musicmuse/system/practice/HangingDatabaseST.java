package io.astrionix.musicmuse.system.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SharedMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A database that neither answers nor breaks the connection: who asks for the health of the server must not hang with it. */
@SystemTest
@DisabledOnOs(OS.WINDOWS)
class HangingDatabaseST {

    /** Who watches servers gives up after some seconds, and then takes even a live one for dead. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int QUESTIONS = 5;
    private static final long PAUSE_NANOS = 50_000_000;

    private final RunningMusicMuse musicMuse;
    private final HttpClient http = HttpClient.newHttpClient();

    HangingDatabaseST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @Test
    void is_told_in_time_and_makes_no_live_server_look_dead() throws IOException, InterruptedException {
        var database = processes();
        signal("STOP", database);
        try {
            for (int i = 0; i < QUESTIONS; i++) {
                assertThat(status("/health/ready")).isEqualTo(503);
                assertThat(status("/health/live")).isEqualTo(200);
            }
        } finally {
            signal("CONT", database);
        }
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!musicMuse.isReady()) {
            assertThat(System.nanoTime()).as("ready again").isLessThan(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(musicMuse.healthUri().resolve(path))
                .timeout(PATIENCE)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** PostgreSQL's first process, whose number is in the first line of its file, and all that it started. */
    private static List<Long> processes() throws IOException {
        var file = SharedMusicMuse.workFolder().resolve("database").resolve("postmaster.pid");
        var first = ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0)))
                .orElseThrow();
        return Stream.concat(Stream.of(first), first.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void signal(String name, List<Long> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process)));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
