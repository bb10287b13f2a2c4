package io.astrionix.musicmuse.start;

import io.astrionix.musicmuse.system.TestPaths;
import io.astrionix.musicmuse.system.figures.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** The table in docs/servers.md, between two marks, from what {@link SideBySideST} measured on each server. */
final class SideBySideTable {

    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->";
    private static final String MISSING = "not measured";

    private static final List<String> ROWS = List.of(
            "start-to-first-page",
            "idle-memory",
            "sign-in-p50",
            "sign-in-p95",
            "dashboard-p50",
            "dashboard-p95",
            "history-p50",
            "history-p95",
            "practice-feedback-p50",
            "practice-feedback-p95");

    private SideBySideTable() {}

    static String id(String what, String server) {
        return "server-" + what + "-" + server;
    }

    /** With {@code -Dfigures=write}. */
    static void writeIfAsked() throws IOException {
        if ("write".equals(System.getProperty("musicmuse.figures"))) {
            var page = TestPaths.docs().resolve("servers.md");
            var text = Files.readString(page);
            int begin = text.indexOf(BEGIN) + BEGIN.length();
            Files.writeString(page, text.substring(0, begin) + table() + text.substring(text.indexOf(END)));
        }
    }

    private static String table() {
        return ROWS.stream()
                .map(row -> "| " + row.replace('-', ' ') + " | " + value(row, "wildfly") + " | " + value(row, "payara")
                        + " |\n")
                .collect(Collectors.joining("", "| | WildFly | Payara |\n|---|---|---|\n", ""));
    }

    private static String value(String row, String server) {
        return Figures.find(id(row, server)).orElse(MISSING);
    }
}
