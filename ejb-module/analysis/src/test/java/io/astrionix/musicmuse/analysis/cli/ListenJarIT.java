package io.astrionix.musicmuse.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file that people run holds all it needs. */
class ListenJarIT {

    @TempDir
    private Path folder;

    @Test
    void the_jar_runs_by_itself() throws Exception {
        Path recording = SoundFiles.wav(folder.resolve("take.wav"), 48_000);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "musicmuse-listen.jar")
                                .toAbsolutePath()
                                .toString(),
                        "notes",
                        recording.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.lines().toList())
                .isEqualTo(Terminal.call("notes", recording).out());
    }
}
