package io.astrionix.musicmuse.system.data;

import io.astrionix.musicmuse.system.TestPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** The rows of the tables of a page in docs whose first cell is written as code. */
public final class DocTable {

    private DocTable() {}

    /**
     * The cells of each row, without the marks of code.
     *
     * @param page its file name
     */
    public static List<List<String>> rows(String page) {
        try {
            return Files.readAllLines(TestPaths.docs().resolve(page)).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(DocTable::cells)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }
}
