package io.astrionix.musicmuse.analysis.score;

/**
 * The numbers by which a take is judged. They are data, kept in the {@link RuleBook}: a stored take names the version it
 * was judged by.
 *
 * @param version names this set of numbers, for example {@code "2026-11"}
 * @param onTimeMillis a note this far from its time, in ms, is on time and has full rhythm credit
 * @param timingFadeMillis rhythm credit fades to 0 at this distance, in ms, at least {@code onTimeMillis}
 * @param inTuneCents a note this far from its pitch, in cents, is in tune and has full pitch credit; infinite where
 *     pitch does not count
 * @param pitchFadeCents pitch credit fades to 0 at this distance, in cents; farther away the note is wrong
 * @param windowGapShare no window in which any pitch counts reaches farther than this share of the gap to the neighbouring expected note; less
 *     than 0.5, so that windows never overlap
 * @param orderGapShare where a note of the right pitch lies in no window of its own note, but in its place among the others, it
 *     is that note as far as this share of the gap; 0 if it never is, else more than {@code windowGapShare} and less than 1
 * @param farthestMatchMillis a note of the right pitch farther from its time than this, in ms, is another note
 * @param farthestWrongMillis a note of another pitch farther from the expected time than this, in ms, is an extra note
 *     and not a wrong one
 * @param pitchShare the share of pitch in the score, 0 to 1; rhythm has the rest; 0 where pitch does not count
 * @param tuneFromCents an instrument that is off by more than this, in cents, is judged by its own tuning; infinite where
 *     none is
 * @param onsetTrust how far a note is told to be early or late whose beginning is not sure: where it is not, it counts as in time
 */
public record ScoringRules(
        String version,
        double onTimeMillis,
        double timingFadeMillis,
        double inTuneCents,
        double pitchFadeCents,
        double windowGapShare,
        double orderGapShare,
        double farthestMatchMillis,
        double farthestWrongMillis,
        double pitchShare,
        double tuneFromCents,
        OnsetTrust onsetTrust) {

    /** @throws IllegalArgumentException if the numbers contradict each other */
    public ScoringRules {
        if (version == null || version.isBlank() || onsetTrust == null) {
            throw new IllegalArgumentException("version and trust must be given");
        }
        requireOrdered("timing windows", onTimeMillis, timingFadeMillis, farthestWrongMillis, farthestMatchMillis);
        if (inTuneCents != Double.POSITIVE_INFINITY) {
            requireOrdered("pitch windows", inTuneCents, pitchFadeCents);
        } else if (pitchFadeCents != inTuneCents || pitchShare != 0) {
            throw new IllegalArgumentException("where pitch does not count it has no fade and no share");
        }
        if (!(windowGapShare > 0 && windowGapShare < 0.5)) {
            throw new IllegalArgumentException("windowGapShare must be between 0 and 0.5: " + windowGapShare);
        }
        if (orderGapShare != 0 && !(orderGapShare > windowGapShare && orderGapShare < 1)) {
            throw new IllegalArgumentException(
                    "orderGapShare must be 0, or more than windowGapShare and less than 1: " + orderGapShare);
        }
        if (!(pitchShare >= 0 && pitchShare <= 1)) {
            throw new IllegalArgumentException("pitchShare must be 0..1: " + pitchShare);
        }
        if (!(tuneFromCents > 0)) {
            throw new IllegalArgumentException("tuneFromCents must be more than 0: " + tuneFromCents);
        }
    }

    /** The share of the gap to its neighbour as far as which a note of the right pitch may be the expected one. */
    public double reachGapShare() {
        return Math.max(windowGapShare, orderGapShare);
    }

    /**
     * The same windows with other tolerances, and no tuning but the concert pitch: for takes whose truth is known by these.
     *
     * @param name the {@link #version()} of the new rules
     * @throws IllegalArgumentException if the numbers contradict each other or the windows
     */
    public ScoringRules withTolerances(String name, double onTime, double timingFade, double inTune, double pitchFade) {
        return new ScoringRules(
                name,
                onTime,
                timingFade,
                inTune,
                pitchFade,
                windowGapShare,
                orderGapShare,
                farthestMatchMillis,
                farthestWrongMillis,
                pitchShare,
                Double.POSITIVE_INFINITY,
                onsetTrust);
    }

    /** Whether notes have a pitch that is judged; else only their rhythm is. */
    public boolean pitchCounts() {
        return inTuneCents != Double.POSITIVE_INFINITY;
    }

    private static void requireOrdered(String what, double... ascending) {
        double before = 0;
        for (double value : ascending) {
            if (!(value >= before) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(what + " must be finite, not negative and ascending");
            }
            before = value;
        }
    }
}
