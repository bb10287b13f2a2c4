package io.astrionix.musicmuse.lessons.boundary;

import java.util.Objects;
import java.util.Optional;

/**
 * What a player wants to play. The key is the one on the player's page: on a B flat clarinet, key C is written C and
 * sounds B flat, as in the player's tutor book.
 *
 * @param key one of {@link ExerciseSummary#keys()}; empty means the default key, or where the instrument cannot play the
 *     exercise in it the nearest key in which it can
 * @param octave octaves above (or below, negative) the instrument's usual register, {@value #MIN_OCTAVE} to
 *     {@value #MAX_OCTAVE}
 * @param tempo quarter notes a minute, {@value #MIN_TEMPO} to {@value #MAX_TEMPO}
 */
public record ExerciseChoice(String exerciseId, String instrumentId, Optional<String> key, int octave, int tempo) {

    public static final int MIN_OCTAVE = -2;
    public static final int MAX_OCTAVE = 2;
    public static final int MIN_TEMPO = 30;
    public static final int MAX_TEMPO = 240;

    /** @throws InvalidExerciseChoiceException if octave or tempo is out of range */
    public ExerciseChoice {
        Objects.requireNonNull(exerciseId, "exerciseId");
        Objects.requireNonNull(instrumentId, "instrumentId");
        Objects.requireNonNull(key, "key");
        if (octave < MIN_OCTAVE || octave > MAX_OCTAVE) {
            throw InvalidExerciseChoiceException.octaveOutOfRange();
        }
        if (tempo < MIN_TEMPO || tempo > MAX_TEMPO) {
            throw InvalidExerciseChoiceException.tempoOutOfRange();
        }
    }
}
