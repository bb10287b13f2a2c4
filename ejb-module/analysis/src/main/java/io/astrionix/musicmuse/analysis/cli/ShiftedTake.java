package io.astrionix.musicmuse.analysis.cli;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Finds out whether a take is right but for beginning at another time than its music. */
final class ShiftedTake {

    /** Nearly all notes have to be found at the other time. */
    private static final double NEARLY_ALL = 0.75;

    private static final double SAME_PITCH_SEMITONES = 0.6;

    /** Times that lie so near to each other are one, and who is so near is in time. */
    private static final double STEP_SECONDS = 0.05;

    private ShiftedTake() {}

    /** By how much later all was played, in seconds, earlier is negative; empty if that is not what is wrong with it. */
    static OptionalDouble seconds(List<ExpectedNote> music, List<PlayedNote> played) {
        Map<Long, Integer> notesAt = new HashMap<>();
        for (ExpectedNote note : music) {
            shifts(note, played)
                    .mapToObj(ShiftedTake::step)
                    .flatMap(step -> Stream.of(step - 1, step, step + 1))
                    .distinct()
                    .forEach(step -> notesAt.merge(step, 1, Integer::sum));
        }
        return notesAt.entrySet().stream()
                .filter(at -> Math.abs(at.getKey()) > 1 && at.getValue() >= NEARLY_ALL * music.size())
                .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(at -> -Math.abs(at.getKey())))
                .map(at -> mean(music, played, at.getKey()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble mean(List<ExpectedNote> music, List<PlayedNote> played, long step) {
        return music.stream()
                .flatMapToDouble(note -> shifts(note, played))
                .filter(shift -> Math.abs(step(shift) - step) <= 1)
                .average();
    }

    /** How much later each note of its pitch was played. */
    private static DoubleStream shifts(ExpectedNote note, List<PlayedNote> played) {
        return played.stream()
                .filter(one -> Math.abs(one.midi() - note.midi()) < SAME_PITCH_SEMITONES)
                .mapToDouble(one -> one.onsetSeconds() - note.startSeconds());
    }

    private static long step(double shift) {
        return Math.round(shift / STEP_SECONDS);
    }
}
