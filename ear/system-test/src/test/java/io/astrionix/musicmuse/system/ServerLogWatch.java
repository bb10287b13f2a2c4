package io.astrionix.musicmuse.system;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Reads what the server writes into its log from now on. */
public final class ServerLogWatch {

    private static final Pattern TROUBLE =
            Pattern.compile("^\\s+at \\S+\\(.*|^Caused by: .*|.* (ERROR|FATAL)\\s+\\[.*|.*\\bException\\b.*");

    /**
     * Payara calls the listener of a socket once more when its request is already taken down, and stumbles over that
     * (docs/servers.md). Only this trace, and only without a frame of anybody else's.
     */
    private static final Pattern CALL_AFTER_THE_END = Pattern.compile("(?m)^.* Exception in thread"
            + " \"glassfish-web-async-thread-\\d+\".*\\R"
            + "(?:.*NullPointerException.*\\R|[ \\t]*\\R){0,2}"
            + "\\s+at org\\.apache\\.catalina\\.connector\\.InputBuffer\\$ReadHandlerImpl\\.processCallbacks\\(.*\\R"
            + "(?:\\s+at java\\.base/java\\.(?:util\\.concurrent|lang)\\..*(?:\\R|\\z))+");

    /** Payara writes its log in a thread of its own: a line may come after the answer to the request it is of. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final long begin;

    public ServerLogWatch(RunningMusicMuse musicMuse) {
        file = musicMuse.serverLog();
        try {
            begin = Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Stack traces, exceptions and errors; empty is good. */
    public List<String> trouble() {
        return troubleIn(text());
    }

    static List<String> troubleIn(String log) {
        return CALL_AFTER_THE_END
                .matcher(log)
                .replaceAll("")
                .lines()
                .filter(line -> TROUBLE.matcher(line).matches())
                .toList();
    }

    public List<String> lines() {
        return text().lines().toList();
    }

    /** The lines with these words, as soon as there is one; none if none comes within ten seconds. */
    public List<String> linesWith(String words) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var found = linesSoFarWith(words);
        while (found.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = linesSoFarWith(words);
        }
        return found;
    }

    private List<String> linesSoFarWith(String words) {
        return lines().stream().filter(line -> line.contains(words)).toList();
    }

    private String text() {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(begin);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
