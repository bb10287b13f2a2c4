package io.astrionix.musicmuse.analysis.score;

import java.util.Collection;
import java.util.OptionalDouble;

/** The middle of some values. */
final class Medians {

    private Medians() {}

    /** The median; empty of none. */
    static OptionalDouble of(Collection<Double> values) {
        return values.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ofSorted(values.stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray()));
    }

    /** @param sorted in ascending order, one at least */
    static double ofSorted(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
