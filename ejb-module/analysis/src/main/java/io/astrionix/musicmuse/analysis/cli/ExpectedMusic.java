package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what should be played: a MIDI file, or lines of text. */
final class ExpectedMusic {

    static final String HEADER = "id,onset,offset,midi";

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int FIELDS = 4;
    private static final double SHORTEST_SECONDS = 0.001;

    private ExpectedMusic() {}

    /**
     * The notes of a file, in the order of time.
     *
     * @param kind of a MIDI file's drums, only percussion plays what they play
     * @throws BadInput if the file is not there, is of another kind, holds no note or what is no note
     */
    static List<ExpectedNote> read(Path file, InputKind kind) throws BadInput {
        return switch (FileKind.of(file)) {
            case MIDI -> {
                MidiFile midi = MidiFile.open(file);
                yield ofMidi(kind == InputKind.PERCUSSION ? midi.notesAndStrokes() : midi.notes());
            }
            case OTHER -> ofLines(file);
            case WAV ->
                throw new BadInput(
                        file + ": this is a recording. Name a MIDI or CSV file of what should be played first.");
        };
    }

    private static List<ExpectedNote> ofMidi(List<MidiNote> notes) {
        List<ExpectedNote> expected = new ArrayList<>();
        for (MidiNote note : notes) {
            double duration = Math.max(SHORTEST_SECONDS, note.offsetSeconds() - note.onsetSeconds());
            expected.add(new ExpectedNote(expected.size(), note.key(), note.onsetSeconds(), duration));
        }
        return expected;
    }

    private static List<ExpectedNote> ofLines(Path file) throws BadInput {
        List<String> lines = lines(file);
        checkHeader(file, lines.isEmpty() ? "" : lines.get(0));
        List<ExpectedNote> expected = new ArrayList<>();
        Set<Integer> ids = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                String at = file + ", line " + (i + 1);
                ExpectedNote note = note(at, line);
                if (!ids.add(note.index())) {
                    throw new BadInput(at + ": a note before has the same id. Give each note an id of its own.");
                }
                expected.add(note);
            }
        }
        if (expected.isEmpty()) {
            throw new BadInput(file + ": there is no note in it. Write one line " + HEADER + " for each.");
        }
        expected.sort(Comparator.comparingDouble(ExpectedNote::startSeconds));
        return expected;
    }

    private static void checkHeader(Path file, String line) throws BadInput {
        if (isHeader(line)) {
            return;
        }
        if (isHeader(line.replace(';', ','))) {
            throw new BadInput(file + ": there are semicolons between the fields. Save it with commas between them, and"
                    + " with points in the numbers.");
        }
        throw new BadInput(file + ": this is neither a MIDI file nor a CSV file whose first line is " + HEADER
                + ". Name one of them.");
    }

    /** Spreadsheets put a mark of three bytes before it. */
    private static boolean isHeader(String line) {
        return line.replace(BYTE_ORDER_MARK, "").replace(" ", "").strip().equals(HEADER);
    }

    private static List<String> lines(Path file) throws BadInput {
        try {
            return Files.readAllLines(file);
        } catch (IOException noText) {
            return List.of();
        }
    }

    private static ExpectedNote note(String at, String line) throws BadInput {
        String[] fields = line.split(",", -1);
        try {
            if (fields.length != FIELDS) {
                throw new IllegalArgumentException(fields.length + " fields");
            }
            double onset = Decimal.parse(fields[1]);
            double offset = Decimal.parse(fields[2]);
            var note = new ExpectedNote(
                    Decimal.parseWhole(fields[0]), Decimal.parseWhole(fields[3]), onset, offset - onset);
            if (offset > MidiFile.LONGEST_HOURS * 3600) {
                throw new BadInput(at + ": this note lasts until more than " + MidiFile.LONGEST_HOURS
                        + " hours after the beginning. Write its times in seconds.");
            }
            return note;
        } catch (IllegalArgumentException noNote) {
            throw new BadInput(
                    at + ": write it as " + HEADER
                            + " with seconds from 0 like 1.25, the offset after the onset, and midi a whole number from 0 to 127.");
        }
    }
}
