package io.astrionix.musicmuse.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's files, for rules about how something is written. */
final class Checkout {

    /** The modules that are in the EAR. */
    private static final List<String> DELIVERED =
            List.of("ejb-module/analysis", "ejb-module/data-map", "ejb-module", "batch-module", "web-module");

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();

    private Checkout() {}

    static Path file(String name) {
        return ROOT.resolve(name);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Java sources of what is delivered. */
    static List<Path> deliveredSources() {
        return DELIVERED.stream()
                .flatMap(module -> below(module + "/src/main/java", ".java"))
                .toList();
    }

    /** Pages, templates and error pages. */
    static List<Path> pages() {
        return below("web-module/src/main/webapp", ".xhtml").toList();
    }

    /** The browser's own code, without libraries. */
    static List<Path> scripts() {
        return below("web-module/src/main/webapp", ".js").toList();
    }

    static List<Path> stylesheets() {
        return below("web-module/src/main/webapp", ".css").toList();
    }

    /** All texts for users. */
    static List<Path> bundles() {
        return DELIVERED.stream()
                .flatMap(module -> below(module + "/src/main/resources", ".properties"))
                .toList();
    }

    /** Where a pattern is found: "file: what was found", a line each. */
    static List<String> findings(List<Path> files, String regex) {
        var pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
        var findings = new ArrayList<String>();
        for (var file : files) {
            pattern.matcher(text(file))
                    .results()
                    .forEach(match -> findings.add(file.getFileName() + ": " + match.group()));
        }
        return findings;
    }

    private static Stream<Path> below(String folder, String ending) {
        if (!Files.isDirectory(ROOT.resolve(folder))) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
