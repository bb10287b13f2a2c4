package io.astrionix.musicmuse.lessons.control;

import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.lessons.boundary.Clef;
import io.astrionix.musicmuse.lessons.boundary.Instrument;
import io.astrionix.musicmuse.lessons.entity.Pitch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the instrument file, a table whose columns are described at its head. */
public final class InstrumentFile {

    private static final int COLUMNS = 9;

    private InstrumentFile() {}

    /** @throws IllegalArgumentException if a line is not in the format */
    public static List<Instrument> read(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(InstrumentFile::instrument)
                .toList();
    }

    private static Instrument instrument(String line) {
        String[] cells = line.split("\\s+");
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
        }
        List<Clef> clefs = Arrays.stream(cells[2].split(","))
                .map(name -> Clef.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
        return new Instrument(
                cells[0],
                "instrument." + cells[0],
                InputKind.of(cells[1]),
                clefs.get(0),
                clefs.subList(1, clefs.size()),
                Pitch.parse(cells[4]).midi(),
                Pitch.parse(cells[5]).midi(),
                Integer.parseInt(cells[3]),
                Pitch.parse(cells[6]).midi(),
                Pitch.parse(cells[7]).midi(),
                Pitch.parse(cells[8]).midi());
    }
}
