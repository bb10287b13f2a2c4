package io.astrionix.musicmuse.lessons.boundary;

import java.util.List;

/**
 * One line of the list of exercises.
 *
 * @param titleKey key of the title in the message bundle, for example {@code exercise.scale-major-one-octave.title}
 * @param defaultKey the key taken where the player chose none, for example {@code C}
 * @param defaultTempo quarter notes a minute
 * @param keys all keys the exercise is written in, from C upwards by semitones; what they mean on a transposing
 *     instrument is said in {@link ExerciseChoice}
 */
public record ExerciseSummary(
        String id, String titleKey, ExerciseKind kind, String defaultKey, int defaultTempo, List<String> keys) {

    public ExerciseSummary {
        keys = List.copyOf(keys);
    }
}
