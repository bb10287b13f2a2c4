package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process in a file, so that the next start can end it if this launcher is killed before. The start time
 * stands beside the number: numbers are given out again.
 */
final class ProcessFile {

    private final Path file;

    ProcessFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Files.writeString(file, process.pid() + " " + startOf(process));
    }

    /** Ends the remembered process if it still runs. */
    void endOrphan(Duration patience) throws IOException {
        if (Files.exists(file)) {
            remembered(Files.readString(file)).ifPresent(orphan -> Processes.end(orphan, patience));
            Files.deleteIfExists(file);
        }
    }

    /** @param content number and start time, as written; anything else names no process */
    static Optional<ProcessHandle> remembered(String content) {
        String[] parts = content.strip().split(" ", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(process -> startOf(process).equals(parts[1]));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
