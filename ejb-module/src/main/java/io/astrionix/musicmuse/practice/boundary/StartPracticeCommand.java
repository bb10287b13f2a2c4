package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import java.util.Objects;

/**
 * What is about to be played.
 *
 * @param calibrated whether the delay of the device is known
 */
public record StartPracticeCommand(ExerciseChoice exercise, Strictness strictness, boolean calibrated) {

    public StartPracticeCommand {
        Objects.requireNonNull(exercise, "exercise");
        Objects.requireNonNull(strictness, "strictness");
    }
}
