package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
        String start = process.info().startInstant().map(Instant::toString).orElse("unknown");
        Files.writeString(file, process.pid() + " " + start);
    }

    /**
     * Ends the remembered process if it still runs.
     *
     * @throws StartFailedException if it cannot be ended; it stays remembered
     */
    void endOrphan(Duration patience) throws IOException {
        if (Files.exists(file)) {
            remembered(Files.readString(file)).ifPresent(orphan -> Processes.endLeftover(orphan, patience));
            Files.deleteIfExists(file);
        }
    }

    /** @param content number and start time, as written; anything else names no process */
    static Optional<ProcessHandle> remembered(String content) {
        String[] parts = content.strip().split(" ", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Instant start;
        try {
            start = Instant.parse(parts[1]);
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(parts[0])).filter(process -> process.info()
                .startInstant()
                .filter(found -> Processes.sameStart(start, found))
                .isPresent());
    }
}
