package io.astrionix.musicmuse.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A source file that grows too long is more than one thing. */
class SourceSizeTest {

    private static final int LINES_AT_MOST = 400;
    private static final int FILES_AT_LEAST = 120;

    @Test
    void no_source_file_is_longer_than_400_lines() throws IOException {
        var sources = sources();
        assertTrue(sources.size() >= FILES_AT_LEAST, () -> "only " + sources.size() + " source files found");
        assertEquals(
                List.of(),
                sources.stream().filter(s -> lines(s) > LINES_AT_MOST).toList());
    }

    private static List<Path> sources() throws IOException {
        var checkout = Path.of("").toAbsolutePath().getParent().getParent();
        try (Stream<Path> files = Files.walk(checkout)) {
            return files.filter(file -> file.toString().contains("src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static long lines(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
