package io.astrionix.musicmuse.system.figures;

import io.astrionix.musicmuse.system.TestPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Keeps what tests measure in target/figures and prints the table after the last test; with {@code -Dfigures=write} also
 * into docs/figures.md.
 */
public final class Figures implements LauncherSessionListener {

    private static final String COMMAND = System.getProperty("musicmuse.figures.command", "");

    /**
     * Keeps a figure; an earlier one of the same id is forgotten.
     *
     * @param id what it is, in lower case with hyphens
     * @param aim what it should be, such as {@code <= 30}
     */
    public static void keep(String id, double value, String unit, String aim) {
        var figure = new Figure(id, value, unit, aim, COMMAND);
        System.out.println("Figure: " + figure.tableRow());
        try {
            Files.createDirectories(folder());
            try (var out = Files.newBufferedWriter(folder().resolve(id + ".properties"))) {
                figure.toProperties().store(out, null);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A figure with its unit, as this run or an earlier one left it in target/figures. */
    public static Optional<String> find(String id) {
        var file = folder().resolve(id + ".properties");
        return Files.exists(file) ? Optional.of(read(file).withUnit()) : Optional.empty();
    }

    /** The value below which so much of the values lies, by the nearest rank. */
    public static double quantile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        // print or write; set where the tests measure.
        String order = System.getProperty("musicmuse.figures");
        if (order != null && Files.isDirectory(folder())) {
            var page = page(kept());
            System.out.println(page);
            if (order.equals("write")) {
                write(page);
            }
        }
    }

    private static Path folder() {
        return TestPaths.target().resolve("figures");
    }

    private static List<Figure> kept() {
        try (var files = Files.list(folder())) {
            return files.map(Figures::read)
                    .sorted(Comparator.comparing(Figure::id))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Figure read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
            return Figure.from(properties);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String page(List<Figure> figures) {
        return """
                # Figures

                Measured by the tests. Each run prints this table; `-Dfigures=write` beside the command writes this page, with
                what earlier runs left in target/figures.

                Machine: %d cores, Java %s, %s %s.

                | Figure | Value | Unit | Aim | Measure again |
                |---|---|---|---|---|
                %s
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        figures.stream().map(Figure::tableRow).collect(Collectors.joining("\n")));
    }

    private static void write(String page) {
        try {
            Files.writeString(TestPaths.docs().resolve("figures.md"), page);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
