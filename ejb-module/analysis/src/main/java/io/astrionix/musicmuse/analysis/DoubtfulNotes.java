package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.note.HeardNote;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Asks the music where the sound alone does not tell whether a note was played again. A doubtful note counts only where
 * the music has a note of that pitch and no certain one was heard for it; it is never a wrong or an extra note.
 */
final class DoubtfulNotes {

    private static final double RIGHT_PITCH = 0.5;
    /** How much evidence a note at the edge of its window must have more than one in time. */
    private static final double PRICE_OF_DISTANCE = 0.8;

    private final List<ExpectedNote> expected;
    private final ScoringRules rules;
    private final int sampleRate;
    private final double latencySeconds;

    DoubtfulNotes(List<ExpectedNote> expected, ScoringRules rules, int sampleRate, double latencySeconds) {
        this.expected = expected.stream()
                .sorted(Comparator.comparingDouble(ExpectedNote::startSeconds))
                .toList();
        this.rules = rules;
        this.sampleRate = sampleRate;
        this.latencySeconds = latencySeconds;
    }

    /** The notes that count as played, with their times less the latency. */
    List<PlayedNote> settle(List<HeardNote> heard) {
        List<PlayedNote> settled = new ArrayList<>();
        boolean[] played = new boolean[expected.size()];
        for (HeardNote note : heard) {
            if (note.isCertain()) {
                PlayedNote certain = played(note);
                settled.add(certain);
                meant(certain).ifPresent(at -> played[at] = true);
            }
        }
        Map<Integer, HeardNote> best = new TreeMap<>();
        for (HeardNote note : heard) {
            if (!note.isCertain()) {
                meant(played(note))
                        .filter(at -> !played[at])
                        .ifPresent(at ->
                                best.merge(at, note, (one, other) -> worth(other, at) > worth(one, at) ? other : one));
            }
        }
        best.values().forEach(note -> settled.add(played(note)));
        return settled;
    }

    private double worth(HeardNote note, int at) {
        double distance =
                Math.abs(played(note).onsetSeconds() - expected.get(at).startSeconds());
        return note.evidence() - PRICE_OF_DISTANCE * distance / (rules.timingFadeMillis() / 1000);
    }

    /** The place of the expected note that a note of its pitch at its time was meant as. */
    private Optional<Integer> meant(PlayedNote note) {
        int low = 0;
        int high = expected.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (expected.get(middle).startSeconds() < note.onsetSeconds()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Stream.of(low - 1, low)
                .filter(at -> at >= 0 && at < expected.size() && fits(note, at))
                .findFirst();
    }

    private boolean fits(PlayedNote note, int at) {
        ExpectedNote wanted = expected.get(at);
        double distance = note.onsetSeconds() - wanted.startSeconds();
        double reach =
                Math.min(rules.timingFadeMillis() / 1000, rules.windowGapShare() * gap(at, distance < 0 ? -1 : 1));
        return Math.abs(distance) <= reach && Math.abs(note.midi() - wanted.midi()) <= RIGHT_PITCH;
    }

    private double gap(int at, int direction) {
        int neighbour = at + direction;
        return neighbour < 0 || neighbour >= expected.size()
                ? Double.POSITIVE_INFINITY
                : Math.abs(expected.get(neighbour).startSeconds()
                        - expected.get(at).startSeconds());
    }

    private PlayedNote played(HeardNote note) {
        return new PlayedNote(
                note.id(),
                (double) note.onsetSample() / sampleRate - latencySeconds,
                (double) Math.max(0, note.endSample() - note.onsetSample()) / sampleRate,
                note.midi());
    }
}
