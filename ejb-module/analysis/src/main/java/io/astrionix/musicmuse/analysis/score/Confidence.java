package io.astrionix.musicmuse.analysis.score;

/**
 * How probable it is that a verdict is right, 0 to 1. How sure the ear is that a note began is not that yet: the music makes a
 * doubtful note that it expects probable, and an untimely one improbable. So the numbers are those that were measured: how many
 * verdicts of each sort were right, over the takes of the shared bench with the seeds 777 to 779 and 2001 (docs/listening.md).
 * Those below 0.57 are of sorts that were met less than ten times, or not at all: guesses on the low side. Of every hundred
 * notes in these takes one and a half are left out; whoever leaves out more is more probably told so rightly.
 *
 * <p>Keys and strokes are heard for sure: their verdicts have the confidence 1.
 */
final class Confidence {

    /** Evidence up to which a note is doubtful, likely, certain, and beyond doubt. */
    private static final double[] UP_TO = {0.5, 0.98, 0.999, 1};

    private static final double[] IN_TIME = {0.96, 0.98, 0.99, 0.99};
    private static final double[] EARLY_OR_LATE = {0.5, 0.81, 0.94, 0.97};
    private static final double[] WRONG = {0.3, 0.58, 0.8, 0.99};
    private static final double[] EXTRA = {0.2, 0.3, 0.43, 0.88};
    private static final double TIME_UNKNOWN = 0.82;
    private static final double MISSED = 0.57;

    /** The same, where nothing at all began about the time of the note. */
    private static final double MISSED_IN_SILENCE = 0.88;

    /** The same, where something began that counts as nothing: between 0.02 in those takes and 0.3 in our own bench. */
    private static final double MISSED_IN_DOUBT = 0.2;

    private Confidence() {}

    /** Of a verdict on a note that was played. */
    static double of(Verdict verdict, boolean timingIsKnown, PlayedNote note, ScoringRules rules) {
        if (isHeardForSure(rules)) {
            return 1;
        }
        int sort = sort(note.confidence());
        return switch (verdict) {
            case EXTRA -> EXTRA[sort];
            case WRONG -> WRONG[sort];
            case EARLY, LATE -> EARLY_OR_LATE[sort];
            default -> timingIsKnown ? IN_TIME[sort] : TIME_UNKNOWN;
        };
    }

    /** Of the verdict that a note was not played. */
    static double ofMissed(ScoringRules rules) {
        return isHeardForSure(rules) ? 1 : MISSED;
    }

    /**
     * The same, where it is known what began about the time of the note.
     *
     * @param confidence that it was not played, so far
     * @param isDoubtful whether something began that counts as nothing
     */
    static double ofMissed(double confidence, boolean isDoubtful) {
        if (confidence == 1) {
            return 1;
        }
        return isDoubtful ? MISSED_IN_DOUBT : MISSED_IN_SILENCE;
    }

    private static boolean isHeardForSure(ScoringRules rules) {
        return rules.onsetTrust().equals(OnsetTrust.FULL);
    }

    private static int sort(double evidence) {
        int sort = 0;
        while (sort < UP_TO.length - 1 && evidence >= UP_TO[sort]) {
            sort++;
        }
        return sort;
    }
}
