package io.astrionix.musicmuse.system.practice;

import io.astrionix.musicmuse.system.SharedMusicMuse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/** How much processor time the server has used. */
final class ServerCpu {

    private ServerCpu() {}

    /** Since the server's start, all threads together. */
    static Duration now() {
        try {
            var process = Files.readString(
                    SharedMusicMuse.workFolder().resolve("wildfly").resolve("wildfly.process"));
            long number = Long.parseLong(process.substring(0, process.indexOf(' ')));
            return ProcessHandle.of(number)
                    .flatMap(handle -> handle.info().totalCpuDuration())
                    .orElse(Duration.ZERO);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
