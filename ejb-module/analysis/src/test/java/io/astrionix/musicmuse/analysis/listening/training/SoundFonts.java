package io.astrionix.musicmuse.analysis.listening.training;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The sound fonts that are learned from. FluidR3 and what was made from it are never among them: with FluidR3 is
 * measured what was learned.
 */
public final class SoundFonts {

    private static final Path INSTALLED = Path.of("/usr/share/sounds/sf2");
    private static final List<String> KEPT_FOR_MEASURING = List.of("fluidr3", "musescore_general");

    private SoundFonts() {}

    /**
     * The files of a path list, or what is installed of sound fonts if the list is empty.
     *
     * @throws IllegalArgumentException if one is not there or is kept for measuring, or if none is left
     */
    public static List<Path> of(String pathList) {
        List<Path> fonts = pathList.isEmpty() ? installed() : named(pathList);
        if (fonts.isEmpty()) {
            throw new IllegalArgumentException("no sound font to learn from");
        }
        return fonts;
    }

    private static List<Path> named(String pathList) {
        List<Path> fonts = Arrays.stream(pathList.split(File.pathSeparator))
                .map(Path::of)
                .map(SoundFonts::followed)
                .toList();
        fonts.stream().filter(SoundFonts::isKept).findFirst().ifPresent(font -> {
            throw new IllegalArgumentException("kept for measuring: " + font);
        });
        return fonts;
    }

    private static List<Path> installed() {
        if (!Files.isDirectory(INSTALLED)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(INSTALLED)) {
            return files.filter(file -> file.toString().endsWith(".sf2"))
                    .map(SoundFonts::followed)
                    .filter(font -> !isKept(font))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The file itself, where the name is a link. */
    private static Path followed(Path font) {
        try {
            return font.toRealPath();
        } catch (IOException missing) {
            throw new IllegalArgumentException("no such sound font: " + font, missing);
        }
    }

    private static boolean isKept(Path font) {
        String name = font.getFileName().toString().toLowerCase(Locale.ROOT);
        return KEPT_FOR_MEASURING.stream().anyMatch(name::contains);
    }
}
