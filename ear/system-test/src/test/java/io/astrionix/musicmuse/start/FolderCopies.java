package io.astrionix.musicmuse.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Folders with everything in them. */
final class FolderCopies {

    private FolderCopies() {}

    /** What was there before goes. Who may read what stays as it is: PostgreSQL takes no folder that others may read. */
    static void replace(Path from, Path to) throws IOException {
        delete(to);
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** If it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
