package io.astrionix.musicmuse.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads from the server's log what the application says to the person who started it. */
final class ServerLog {

    /** The application marks with this word what a person must change in the settings. */
    private static final String CONFIGURATION = "MUSICMUSE-CONFIG";

    /** The application marks with this word the link of the first start. */
    private static final String SETUP = "MUSICMUSE-SETUP";

    /** Date, level, [category], message; WildFly has the (thread) too. As configure.cli and configure.asadmin say. */
    private static final Pattern RECORD = Pattern.compile(
            "^\\d{4}-\\d{2}-\\d{2} \\S+ (?<level>[A-Z]+)\\s+\\[[^]]*] (?:\\([^)]*\\) )?(?<message>.*)$");

    private static final String CAUSE = "Caused by: ";

    private final Path file;
    private final long start;

    /** Reads only what is written from now on: the file may hold earlier starts. */
    ServerLog(Path file) throws IOException {
        this.file = file;
        this.start = Files.exists(file) ? Files.size(file) : 0;
    }

    Path file() {
        return file;
    }

    /** The one line that a person should read; empty: the log does not tell. */
    Optional<String> failureReason() throws IOException {
        return failureReason(lines());
    }

    /** The link that makes the first platform admin; empty: there is one already. */
    Optional<String> setupLink() throws IOException {
        return setupLink(lines());
    }

    boolean contains(String text) throws IOException {
        return lines().stream().anyMatch(line -> line.contains(text));
    }

    static Optional<String> setupLink(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains(SETUP))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(line.lastIndexOf(' ') + 1));
    }

    private List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var channel = Files.newInputStream(file)) {
            channel.skipNBytes(Math.min(start, Files.size(file)));
            return new String(channel.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** A marked line about the settings if there is one, else the first error and the innermost cause named with it. */
    static Optional<String> failureReason(List<String> lines) {
        Optional<String> configuration = lines.stream()
                .filter(line -> line.contains(CONFIGURATION))
                .map(line -> line.substring(line.indexOf(CONFIGURATION) + CONFIGURATION.length()))
                .map(line -> line.replaceFirst("^[:\\s]+", ""))
                .findFirst();
        return configuration.isPresent() ? configuration : firstError(lines);
    }

    private static Optional<String> firstError(List<String> lines) {
        String error = null;
        String cause = "";
        for (String line : lines) {
            var logRecord = RECORD.matcher(line);
            if (logRecord.matches()) {
                if (error != null) {
                    break;
                }
                if (logRecord.group("level").matches("ERROR|FATAL|SEVERE")) {
                    error = logRecord.group("message").strip();
                }
            } else if (error != null && line.strip().startsWith(CAUSE)) {
                cause = " " + line.strip();
            }
        }
        return error == null ? Optional.empty() : Optional.of(error + cause);
    }
}
