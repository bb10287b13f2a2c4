package io.astrionix.musicmuse.analysis.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place in a page of the docs that the bench writes what it measured into. */
final class PageTable {

    private PageTable() {}

    /**
     * Puts a table between the marks {@code <!-- NAME: begin -->} and {@code <!-- NAME: end -->}, instead of what was there.
     *
     * @throws IOException if the page has no such marks, or cannot be written
     */
    static void write(Path page, String name, String table) throws IOException {
        String begin = "<!-- " + name + ": begin -->\n";
        String end = "<!-- " + name + ": end -->";
        String text = Files.readString(page);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException(page + " has no place for the table: " + begin + end);
        }
        Files.writeString(page, text.substring(0, from) + begin + "\n" + table + "\n" + text.substring(to));
    }
}
