package io.astrionix.musicmuse.analysis.accuracy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * What the bench measured, for docs/figures.md.
 *
 * @param id what it is, in lower case with hyphens
 * @param aim what it should be, such as {@code <= 30}
 */
public record BenchFigure(String id, double value, String unit, String aim) {

    private static final String COMMAND = "./mvnw -Pbench -pl ejb-module/analysis -am test";

    /** Prints it and writes a file of its own, as the page of figures reads it. */
    public void write(Path folder) throws IOException {
        System.out.printf(Locale.ROOT, "Figure: %s %.2f %s (%s)%n", id, value, unit, aim);
        Properties figure = new Properties();
        figure.setProperty("id", id);
        figure.setProperty("value", Double.toString(value));
        figure.setProperty("unit", unit);
        figure.setProperty("aim", aim);
        figure.setProperty("command", COMMAND);
        Files.createDirectories(folder);
        try (Writer out = Files.newBufferedWriter(folder.resolve(id + ".properties"))) {
            figure.store(out, null);
        }
    }
}
