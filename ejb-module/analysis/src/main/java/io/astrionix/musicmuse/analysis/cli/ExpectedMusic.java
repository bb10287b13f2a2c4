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
        if (lines.isEmpty() || !isHeader(lines.get(0))) {
            throw new BadInput(file + ": this is neither a MIDI file nor a CSV file whose first line is " + HEADER
                    + ". Name one of them.");
        }
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
            double onset = Double.parseDouble(fields[1]);
            double offset = Double.parseDouble(fields[2]);
            return new ExpectedNote(
                    Integer.parseInt(fields[0].strip()), Integer.parseInt(fields[3].strip()), onset, offset - onset);
        } catch (IllegalArgumentException noNote) {
            throw new BadInput(at + ": write it as " + HEADER
                    + " with seconds from 0, the offset after the onset, and midi a whole number from 0 to 127.");
        }
    }
}
