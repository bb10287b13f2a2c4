package io.astrionix.musicmuse.system;

import io.astrionix.musicmuse.server.RunningMusicMuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what the server writes into its log from now on. */
public final class ServerLogWatch {

    private static final Pattern TROUBLE =
            Pattern.compile("^\\s+at \\S+\\(.*|^Caused by: .*|.* (ERROR|FATAL)\\s+\\[.*|.*\\bException\\b.*");

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
        return lines().stream().filter(line -> TROUBLE.matcher(line).matches()).toList();
    }

    public List<String> lines() {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(begin);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
