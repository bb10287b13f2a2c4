package io.astrionix.musicmuse.lessons.boundary;

import io.astrionix.musicmuse.shared.BusinessException;
import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Optional;

/** A choice that cannot be played. Says in one message what is wrong and, where the octave is, which would fit. */
@ApplicationException(rollback = true)
public class InvalidExerciseChoiceException extends BusinessException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 40;

    private final Integer suggestedOctave;
    private final String suggestedKey;

    private InvalidExerciseChoiceException(
            String messageKey, List<String> arguments, Integer suggestedOctave, String suggestedKey) {
        super(messageKey, arguments, messageKey + " " + arguments);
        this.suggestedOctave = suggestedOctave;
        this.suggestedKey = suggestedKey;
    }

    /** No exercise has this id. */
    public static InvalidExerciseChoiceException unknownExercise(String id) {
        return new InvalidExerciseChoiceException("exercise.unknown", List.of(shortened(id)), null, null);
    }

    /** No instrument has this id. */
    public static InvalidExerciseChoiceException unknownInstrument(String id) {
        return new InvalidExerciseChoiceException("instrument.unknown", List.of(shortened(id)), null, null);
    }

    /** The exercise is not written in this key. */
    public static InvalidExerciseChoiceException unknownKey(String key) {
        return new InvalidExerciseChoiceException("exercise.key.unknown", List.of(shortened(key)), null, null);
    }

    static InvalidExerciseChoiceException tempoOutOfRange() {
        List<String> limits =
                List.of(Integer.toString(ExerciseChoice.MIN_TEMPO), Integer.toString(ExerciseChoice.MAX_TEMPO));
        return new InvalidExerciseChoiceException("exercise.tempo.range", limits, null, null);
    }

    static InvalidExerciseChoiceException octaveOutOfRange() {
        List<String> limits =
                List.of(Integer.toString(ExerciseChoice.MIN_OCTAVE), Integer.toString(ExerciseChoice.MAX_OCTAVE));
        return new InvalidExerciseChoiceException("exercise.octave.range", limits, null, null);
    }

    /** The instrument does not reach these notes, but it does in the other octave. */
    public static InvalidExerciseChoiceException outOfRangeUnlessOctave(int octave) {
        return new InvalidExerciseChoiceException(
                "exercise.out-of-range", List.of(Integer.toString(octave)), octave, null);
    }

    /** The exercise is too wide for the instrument in this key in every octave, but not in the other key. */
    public static InvalidExerciseChoiceException outOfRangeUnlessKey(String key) {
        return new InvalidExerciseChoiceException("exercise.out-of-range.key", List.of(shortened(key)), null, key);
    }

    /** What somebody sent, short enough for a message. */
    private static String shortened(String sent) {
        return sent.length() <= LONGEST_QUOTE ? sent : sent.substring(0, LONGEST_QUOTE) + "\u2026";
    }

    /** The octave nearest to the chosen one that fits the instrument; only with {@code exercise.out-of-range}. */
    public Optional<Integer> suggestedOctave() {
        return Optional.ofNullable(suggestedOctave);
    }

    /** The nearest key that fits where no octave does; only with {@code exercise.out-of-range.key}. */
    public Optional<String> suggestedKey() {
        return Optional.ofNullable(suggestedKey);
    }
}
