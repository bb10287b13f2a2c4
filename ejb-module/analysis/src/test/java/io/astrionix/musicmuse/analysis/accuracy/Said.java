package io.astrionix.musicmuse.analysis.accuracy;

import io.astrionix.musicmuse.analysis.listening.training.TrueNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a listener said about a recording.
 *
 * @param notes in the order of time
 * @param pitches in the order of time
 */
record Said(List<SaidNote> notes, List<SaidPitch> pitches) {

    private static final double FARTHEST_SECONDS = 0.15;

    /** The same without what its notes are usually late or early, so that no listener is blamed for how it counts time. */
    Said withoutLag(List<TrueNote> truth) {
        List<Double> lags = new ArrayList<>();
        for (TrueNote played : truth) {
            notes.stream()
                    .map(note -> note.onset() - played.onset())
                    .filter(lag -> Math.abs(lag) < FARTHEST_SECONDS)
                    .min(Comparator.comparingDouble(Math::abs))
                    .ifPresent(lags::add);
        }
        double lag = lags.isEmpty() ? 0 : Scores.quantile(lags, 0.5);
        return new Said(
                notes.stream()
                        .map(note -> new SaidNote(note.onset() - lag, note.midi(), note.said()))
                        .toList(),
                pitches);
    }
}
