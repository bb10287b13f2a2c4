package io.astrionix.musicmuse.analysis.score;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a whole take was played some semitones away from the music: no learner plays so many wrong notes alike, but the
 * octave or the instrument chosen is another than the one that is played.
 */
final class Transposition {

    private static final int FEWEST = 5;

    /** The share of the notes that must agree. */
    private static final double MOST = 0.7;

    private static final double CENTS_A_SEMITONE = 100;

    private Transposition() {}

    /**
     * By how many semitones.
     *
     * @param deviations how far each note was from the pitch it should have, in cents, sharp is positive; in any order
     * @return higher is positive; empty where the notes do not agree, or have the octave of the music
     */
    static OptionalInt semitones(Collection<Double> deviations) {
        Map<Integer, Long> counts = deviations.stream()
                .map(cents -> (int) Math.rint(cents / CENTS_A_SEMITONE))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .filter(alike -> alike.getKey() != 0
                        && alike.getValue() >= FEWEST
                        && alike.getValue() >= MOST * deviations.size())
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }
}
