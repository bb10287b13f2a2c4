package io.astrionix.musicmuse.analysis.score;

import java.util.Collection;

/**
 * Whether an instrument as a whole is out of tune, told by what was played on it. A learner cannot help it while playing:
 * such a take is judged by the instrument's own tuning, and the learner is told to tune it.
 */
public final class Tuning {

    /** Fewer notes say nothing about the instrument. */
    private static final int FEWEST = 5;

    /** An instrument is off by the same everywhere: the middle half of the notes lies within so many cents. */
    private static final double SPREAD_CENTS = 20;

    /** A note farther from its pitch is another note, and says nothing. */
    private static final double OTHER_NOTE_CENTS = 70;

    /** An instrument farther off cannot be told from one that plays the neighbouring note. */
    private static final double FARTHEST_CENTS = 50;

    private Tuning() {}

    /**
     * By how much the instrument is off, by the median of its notes.
     *
     * @param deviations how far each note was from the pitch it should have, in cents, sharp is positive; in any order
     * @param rules say from which distance on an instrument is out of tune
     * @return in cents, sharp is positive; 0 where it is in tune, or the notes do not tell
     */
    public static double cents(Collection<Double> deviations, ScoringRules rules) {
        double[] near = deviations.stream()
                .mapToDouble(Double::doubleValue)
                .filter(cents -> Math.abs(cents) <= OTHER_NOTE_CENTS)
                .sorted()
                .toArray();
        if (near.length < FEWEST || near.length * 2 <= deviations.size()) {
            return 0;
        }
        double median = Medians.ofSorted(near);
        double spread = near[near.length * 3 / 4] - near[near.length / 4];
        boolean isOut = Math.abs(median) > rules.tuneFromCents() && Math.abs(median) <= FARTHEST_CENTS;
        return isOut && spread <= SPREAD_CENTS ? median : 0;
    }
}
