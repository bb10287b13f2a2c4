package io.astrionix.musicmuse.inserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Keeps what a test inside the server measures where the tests outside keep theirs and print the table. */
final class ServerFigures {

    private ServerFigures() {}

    /** @param id what it is, in lower case with hyphens */
    static void keep(String id, double value, String unit, String aim) {
        var figure = new Properties();
        figure.setProperty("id", id);
        figure.setProperty("value", Double.toString(value));
        figure.setProperty("unit", unit);
        figure.setProperty("aim", aim);
        figure.setProperty("command", System.getenv(ServerForTests.FIGURES_COMMAND));
        var folder = Path.of(System.getenv("MUSICMUSE_TEST_TARGET")).resolve("figures");
        try {
            Files.createDirectories(folder);
            try (var out = Files.newBufferedWriter(folder.resolve(id + ".properties"))) {
                figure.store(out, null);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
