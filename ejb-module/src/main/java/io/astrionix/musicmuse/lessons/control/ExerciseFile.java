package io.astrionix.musicmuse.lessons.control;

import io.astrionix.musicmuse.lessons.boundary.ExerciseKind;
import io.astrionix.musicmuse.lessons.entity.ExerciseTemplate;
import io.astrionix.musicmuse.lessons.entity.Mode;
import io.astrionix.musicmuse.lessons.entity.MusicalKey;
import io.astrionix.musicmuse.lessons.entity.NoteOrRest;
import io.astrionix.musicmuse.lessons.entity.NoteValue;
import io.astrionix.musicmuse.lessons.entity.Pitch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the exercise file. Its format is described in docs/exercises.md and at the head of the file itself. */
public final class ExerciseFile {

    private static final String NEW_EXERCISE = "exercise";
    private static final Set<String> FIELDS = Set.of(NEW_EXERCISE, "kind", "key", "meter", "tempo", "source");
    private static final String BAR_LINE = "|";
    private static final String REST = "-";
    private static final String TIE = "~";

    private ExerciseFile() {}

    /**
     * Reads all exercises.
     *
     * @throws IllegalArgumentException if a line is not in the format; the message names the exercise
     */
    public static List<ExerciseTemplate> read(List<String> lines) {
        List<ExerciseTemplate> templates = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        StringBuilder music = new StringBuilder();
        for (String raw : lines) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(BAR_LINE)) {
                music.append(' ').append(line);
                continue;
            }
            String[] words = line.split("\\s+", 2);
            if (words.length < 2 || !FIELDS.contains(words[0])) {
                throw new IllegalArgumentException("not a line of the exercise file: " + line);
            }
            if (words[0].equals(NEW_EXERCISE) && !fields.isEmpty()) {
                templates.add(template(fields, music.toString()));
                fields.clear();
                music.setLength(0);
            }
            fields.put(words[0], words[1]);
        }
        if (!fields.isEmpty()) {
            templates.add(template(fields, music.toString()));
        }
        return List.copyOf(templates);
    }

    private static ExerciseTemplate template(Map<String, String> fields, String music) {
        String id = field(fields, NEW_EXERCISE);
        try {
            return new ExerciseTemplate(
                    id,
                    ExerciseKind.valueOf(field(fields, "kind").toUpperCase(Locale.ROOT)),
                    key(field(fields, "key")),
                    Integer.parseInt(field(fields, "tempo")),
                    beatsPerBar(field(fields, "meter")),
                    bars(music));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("exercise " + id + ": " + e.getMessage(), e);
        }
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no line '" + name + "' in " + fields);
        }
        return value;
    }

    private static MusicalKey key(String text) {
        String[] words = text.split(" ");
        if (words.length != 2) {
            throw new IllegalArgumentException("a key is a tonic and a mode, not: " + text);
        }
        return new MusicalKey(words[0], Mode.valueOf(words[1].toUpperCase(Locale.ROOT)));
    }

    private static int beatsPerBar(String meter) {
        if (!meter.matches("[2-9]/4")) {
            throw new IllegalArgumentException("a meter counts quarter notes, for example 3/4, not: " + meter);
        }
        return meter.charAt(0) - '0';
    }

    private static List<List<NoteOrRest>> bars(String music) {
        List<List<NoteOrRest>> bars = new ArrayList<>();
        List<NoteOrRest> bar = new ArrayList<>();
        Optional<NoteValue> value = Optional.empty();
        for (String token : music.strip().split("\\s+")) {
            if (token.equals(BAR_LINE)) {
                if (!bar.isEmpty()) {
                    bars.add(bar);
                }
                bar = new ArrayList<>();
                continue;
            }
            boolean tied = token.endsWith(TIE);
            String[] parts = (tied ? token.substring(0, token.length() - 1) : token).split(":");
            if (parts.length == 2) {
                value = Optional.of(NoteValue.parse(parts[1]));
            }
            NoteValue length =
                    value.orElseThrow(() -> new IllegalArgumentException("the first note needs a value: " + token));
            Optional<Pitch> pitch = parts[0].equals(REST) ? Optional.empty() : Optional.of(Pitch.parse(parts[0]));
            bar.add(new NoteOrRest(pitch, length, tied));
        }
        if (!bar.isEmpty()) {
            throw new IllegalArgumentException("the last bar has no bar line behind it");
        }
        return bars;
    }
}
