package io.astrionix.musicmuse.lessons.control;

import io.astrionix.musicmuse.lessons.boundary.Instrument;
import io.astrionix.musicmuse.lessons.entity.ExerciseTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The two files of the catalogue, which lie beside the message bundle of this context. */
public final class CatalogueFiles {

    private static final String FOLDER = "/io/astrionix/musicmuse/lessons/";

    private CatalogueFiles() {}

    /** All exercises, in the order of the file. */
    public static List<ExerciseTemplate> exercises() {
        return ExerciseFile.read(lines("exercises.txt"));
    }

    /** All instruments, in the order of the file. */
    public static List<Instrument> instruments() {
        return InstrumentFile.read(lines("instruments.txt"));
    }

    private static List<String> lines(String name) {
        try (InputStream in = CatalogueFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
