package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import java.util.Objects;

/**
 * What is about to be played.
 *
 * @param pace who says how fast it goes
 * @param calibrated whether the delay of the device is known
 * @param musicStartSeconds when the first bar begins, in seconds from the first sample of the take
 */
public record StartPracticeCommand(
        ExerciseChoice exercise,
        TakeInput input,
        TakePace pace,
        Strictness strictness,
        boolean calibrated,
        double musicStartSeconds) {

    /** @throws IllegalArgumentException if the music begins before the take or never */
    public StartPracticeCommand {
        Objects.requireNonNull(exercise, "exercise");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(strictness, "strictness");
        if (!(musicStartSeconds >= 0) || Double.isInfinite(musicStartSeconds)) {
            throw new IllegalArgumentException(
                    "musicStartSeconds must be finite and not negative: " + musicStartSeconds);
        }
    }
}
