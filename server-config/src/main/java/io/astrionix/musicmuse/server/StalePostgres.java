package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL that outlived its launcher. PostgreSQL writes its process number into the first line of
 * {@code postmaster.pid} in its data folder and deletes the file when it ends; two servers on one folder would destroy
 * the data.
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
     * @throws StartFailedException if it cannot be told whether the process is such a server
     */
    void end() throws IOException {
        if (!Files.exists(processFile)) {
            return;
        }
        Optional<ProcessHandle> process = process(Files.readAllLines(processFile));
        if (process.isPresent()) {
            Optional<String> command = process.get().info().command();
            if (command.isEmpty()) {
                throw new StartFailedException(
                        Texts.text("database.foreign", process.get().pid(), dataFolder));
            }
            if (isPostgres(command.get())) {
                Processes.end(process.get(), PATIENCE);
            }
        }
        Files.deleteIfExists(processFile);
    }

    /** @param lines of {@code postmaster.pid} */
    static Optional<ProcessHandle> process(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    /** @param command path of a program */
    static boolean isPostgres(String command) {
        Path name = Path.of(command).getFileName();
        return name != null
                && (name.toString().equals("postgres") || name.toString().equals("postgres.exe"));
    }
}
