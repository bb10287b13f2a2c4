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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Keeps what tests measure in target/figures and prints the table after the last test; with {@code -Dfigures=write} also
 * into docs/figures.md.
 */
public final class Figures implements LauncherSessionListener {

    private static final Pattern ROW = Pattern.compile("\\| ([a-z0-9-]*[a-z][a-z0-9-]*) \\|.*");
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
            var rows = rows(kept());
            System.out.println(page(rows));
            if (order.equals("write")) {
                write(rows);
            }
        }
    }

    private static Path folder() {
        return TestPaths.target().resolve("figures");
    }

    /** Those of these tests, and what the bench of the analysis module left. */
    private static List<Figure> kept() {
        return Stream.of(folder(), TestPaths.target().resolve("../../../ejb-module/analysis/target/figures"))
                .filter(Files::isDirectory)
                .flatMap(folder -> in(folder).stream())
                .sorted(Comparator.comparing(Figure::id))
                .toList();
    }

    private static List<Figure> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(Figures::read).toList();
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

    private static SortedMap<String, String> rows(List<Figure> figures) {
        return figures.stream()
                .collect(Collectors.toMap(Figure::id, Figure::tableRow, (first, again) -> again, TreeMap::new));
    }

    /** @param rows of the table, by what they are about */
    private static String page(SortedMap<String, String> rows) {
        return """
                # Figures

                Measured by the tests. Each run prints this table; `-Dfigures=write` beside the command writes what was
                measured, with what earlier runs left in target/figures, into this page.

                Machine: %d cores, Java %s, %s %s.

                | Figure | Value | Unit | Aim | Measure again |
                |---|---|---|---|---|
                %s
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        String.join("\n", rows.values()));
    }

    /** What was not measured again stays on the page. */
    private static void write(SortedMap<String, String> rows) {
        var file = TestPaths.docs().resolve("figures.md");
        try {
            var all = new TreeMap<String, String>();
            Files.readAllLines(file).forEach(line -> {
                var row = ROW.matcher(line);
                if (row.matches()) {
                    all.put(row.group(1), line);
                }
            });
            all.putAll(rows);
            Files.writeString(file, page(all));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
