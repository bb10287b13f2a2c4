package io.astrionix.musicmuse.asvs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How tests ended, by the reports that the last builds left below the checkout. */
public final class TestResults {

    private static final Pattern CASE =
            Pattern.compile("<testcase name=\"([^\"(\\[{]+)[^\"]*\" classname=\"([^\"]+)\"[^>]*?(/>|>)");
    private static final String ROOT_PACKAGE = "io.astrionix.musicmuse.";

    private final Map<String, String> results = new HashMap<>();

    private TestResults() {}

    public static TestResults below(Path checkout) {
        var results = new TestResults();
        try (var files = Files.walk(checkout)) {
            files.filter(file -> file.toString().matches(".*/target/(surefire|failsafe)-reports/TEST-.*\\.xml"))
                    .sorted()
                    .forEach(results::read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return results;
    }

    /** Such as "passed, 2026-11-27"; a dash for a test of which no report is there. */
    public String of(String test) {
        return results.getOrDefault(test, "-");
    }

    private void read(Path report) {
        try {
            var text = Files.readString(report);
            var day = LocalDate.ofInstant(Files.getLastModifiedTime(report).toInstant(), ZoneOffset.UTC);
            var found = CASE.matcher(text);
            while (found.find()) {
                boolean bad = found.group(3).equals(">") && isBad(text, found.end());
                var name = found.group(2).replace(ROOT_PACKAGE, "").replace('$', '.') + "#" + found.group(1);
                results.merge(name, (bad ? "failed, " : "passed, ") + day, TestResults::worse);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isBad(String text, int from) {
        int end = text.indexOf("</testcase>", from);
        var body = text.substring(from, end < 0 ? text.length() : end);
        return Stream.of("<failure", "<error", "<skipped").anyMatch(body::contains);
    }

    private static String worse(String one, String other) {
        return one.startsWith("failed") ? one : other;
    }
}
