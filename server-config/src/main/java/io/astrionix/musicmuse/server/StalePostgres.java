package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL that outlived its launcher. PostgreSQL writes its process number into the first line of
 * {@code postmaster.pid} in its data folder, the time of its start into the third, and deletes the file when it ends;
 * two servers on one folder would destroy the data. After the computer went down the file stays, and the number may
 * belong to any program, another PostgreSQL included.
 */
final class StalePostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path dataFolder;
    private final Path processFile;

    StalePostgres(Path dataFolder) {
        this.dataFolder = dataFolder;
        this.processFile = dataFolder.resolve("postmaster.pid");
    }

    /**
     * Ends the server that runs on the data folder, if any, and takes away what it left.
     *
     * @throws StartFailedException if it cannot be told whether the process is such a server, or it cannot be ended
     */
    void end() throws IOException {
        if (!Files.exists(processFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(processFile);
        Optional<ProcessHandle> process = process(lines);
        if (process.isPresent() && isServer(process.get(), lines)) {
            Processes.endLeftover(process.get(), PATIENCE);
        }
        Files.deleteIfExists(processFile);
    }

    private boolean isServer(ProcessHandle process, List<String> lines) {
        String command = process.info().command().orElseThrow(() -> foreign(process));
        if (!isPostgres(command)) {
            return false;
        }
        Instant written = start(lines).orElseThrow(() -> foreign(process));
        Instant found = process.info().startInstant().orElseThrow(() -> foreign(process));
        return Processes.sameStart(written, found);
    }

    private StartFailedException foreign(ProcessHandle process) {
        return new StartFailedException(Texts.text("database.foreign", process.pid(), dataFolder));
    }

    /** @param lines of {@code postmaster.pid} */
    static Optional<ProcessHandle> process(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    /** @param lines of {@code postmaster.pid}; the third is the start in seconds since 1970 */
    static Optional<Instant> start(List<String> lines) {
        if (lines.size() < 3 || !lines.get(2).strip().matches("\\d{1,12}")) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip())));
    }

    /** @param command path of a program */
    static boolean isPostgres(String command) {
        Path name = Path.of(command).getFileName();
        return name != null
                && (name.toString().equals("postgres") || name.toString().equals("postgres.exe"));
    }
}
