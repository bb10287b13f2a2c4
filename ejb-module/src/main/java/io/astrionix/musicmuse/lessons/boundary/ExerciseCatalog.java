package io.astrionix.musicmuse.lessons.boundary;

import io.astrionix.musicmuse.lessons.control.Arranger;
import io.astrionix.musicmuse.lessons.control.CatalogueFiles;
import io.astrionix.musicmuse.lessons.control.MusicXmlWriter;
import io.astrionix.musicmuse.lessons.entity.ExerciseTemplate;
import io.astrionix.musicmuse.lessons.entity.WrittenScore;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be practised, and on what. Never changes while the server runs. */
@Singleton
@Lock(LockType.READ)
@PermitAll
public class ExerciseCatalog {

    private final Map<String, ExerciseTemplate> templates;
    private final Map<String, Instrument> instruments;

    /** Reads the catalogue files. */
    public ExerciseCatalog() {
        templates = byId(CatalogueFiles.exercises(), ExerciseTemplate::id);
        instruments = byId(CatalogueFiles.instruments(), Instrument::id);
    }

    /** All exercises, in teaching order. */
    public List<ExerciseSummary> exercises() {
        return templates.values().stream().map(ExerciseTemplate::summary).toList();
    }

    /** All instruments, by family. */
    public List<Instrument> instruments() {
        return List.copyOf(instruments.values());
    }

    /** Whether notes on that instrument have pitches, and so a key; an instrument that is not known has. */
    public boolean hasPitch(String instrumentId) {
        return !instruments.containsKey(instrumentId)
                || instruments.get(instrumentId).hasPitch();
    }

    /**
     * The keys in which the instrument can play the exercise in at least one octave, from C upwards; never empty.
     *
     * @throws InvalidExerciseChoiceException if exercise or instrument is unknown
     */
    public List<String> playableKeys(String exerciseId, String instrumentId) {
        return arranger(exerciseId, instrumentId).playableKeys();
    }

    /**
     * Writes the exercise out for the chosen instrument, key, octave and tempo.
     *
     * @throws InvalidExerciseChoiceException if exercise, instrument or key is unknown, or the notes leave the
     *     instrument's playable range
     */
    public Exercise prepare(ExerciseChoice choice) {
        WrittenScore score =
                arranger(choice.exerciseId(), choice.instrumentId()).arrange(choice.key(), choice.octave());
        ExerciseChoice taken = new ExerciseChoice(
                choice.exerciseId(),
                choice.instrumentId(),
                Optional.of(score.key().tonic()),
                choice.octave(),
                choice.tempo());
        return new Exercise(
                taken,
                score.instrument().inputKind(),
                templates.get(choice.exerciseId()).titleKey(),
                score.beatsPerBar(),
                WrittenScore.BEAT_UNIT,
                score.notes(),
                new MusicXmlWriter(score, choice.tempo()).write(),
                score.lengthBeats());
    }

    private Arranger arranger(String exerciseId, String instrumentId) {
        ExerciseTemplate template = Optional.ofNullable(templates.get(exerciseId))
                .orElseThrow(() -> InvalidExerciseChoiceException.unknownExercise(exerciseId));
        Instrument instrument = Optional.ofNullable(instruments.get(instrumentId))
                .orElseThrow(() -> InvalidExerciseChoiceException.unknownInstrument(instrumentId));
        return new Arranger(template, instrument);
    }

    private static <T> Map<String, T> byId(List<T> values, Function<T, String> id) {
        return values.stream()
                .collect(Collectors.toMap(
                        id,
                        Function.identity(),
                        (first, second) -> {
                            throw new IllegalArgumentException("id twice: " + id.apply(first));
                        },
                        LinkedHashMap::new));
    }
}
