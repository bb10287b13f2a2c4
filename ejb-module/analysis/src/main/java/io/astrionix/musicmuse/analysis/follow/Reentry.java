package io.astrionix.musicmuse.analysis.follow;

import java.util.List;
import java.util.OptionalInt;

/**
 * Finds where in the music a player is who is no longer where the music was thought to be: so many notes in a row have the
 * pitches and the rhythm of another place, and hardly any of them fits where they were expected. Of several such places the
 * nearest counts, where one goes on after a stop before one that is played again, and that before one that comes later.
 */
final class Reentry {

    /** So many notes tell where the player is. */
    static final int NOTES = 4;

    /** So many of them may fit by accident where they were expected. */
    private static final int MAY_FIT = 1;

    /** Going back is what players do; leaving something out is rarer. */
    private static final double PRICE_OF_LEAVING_OUT = 1.5;

    private static final int NOWHERE = -1;

    /** Compares the rhythm of what was struck with that of the music from one of its onsets on. */
    interface Rhythm {
        boolean isThatOf(List<Struck> struck, int firstOnset);
    }

    private final Onsets onsets;
    private final Rhythm rhythm;

    Reentry(Onsets onsets, Rhythm rhythm) {
        this.onsets = onsets;
        this.rhythm = rhythm;
    }

    /**
     * The onset that the first of the latest {@value #NOTES} notes was, if they were played at another place.
     *
     * @param struck what was struck so far, the latest last
     * @param expected the onset that would have come next
     */
    OptionalInt find(List<Struck> struck, int expected) {
        if (struck.size() < NOTES || !onsets.havePitches()) {
            return OptionalInt.empty();
        }
        List<Struck> latest = latest(struck);
        if (latest.stream().filter(Struck::fits).count() > MAY_FIT || isOnePitch(latest)) {
            return OptionalInt.empty();
        }
        int best = NOWHERE;
        for (int onset = 0; onset + NOTES <= onsets.count(); onset++) {
            if (isPlayedAt(latest, onset) && (best == NOWHERE || price(onset, expected) < price(best, expected))) {
                best = onset;
            }
        }
        return best == NOWHERE ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** By how many semitones all is higher that somebody plays whose notes fit nowhere; 0 if that is not the reason. */
    int transposition(List<Struck> struck) {
        if (struck.size() < NOTES || !onsets.havePitches() || isOnePitch(latest(struck))) {
            return 0;
        }
        for (int onset = 0; onset + NOTES <= onsets.count(); onset++) {
            OptionalInt semitones = onsets.transpositionOf(latest(struck), onset);
            if (semitones.isPresent() && rhythm.isThatOf(latest(struck), onset)) {
                return semitones.getAsInt();
            }
        }
        return 0;
    }

    private static List<Struck> latest(List<Struck> struck) {
        return struck.subList(struck.size() - NOTES, struck.size());
    }

    /** A repeated note is everywhere. */
    private static boolean isOnePitch(List<Struck> latest) {
        return latest.stream()
                        .mapToLong(one -> Math.round(one.midi()))
                        .distinct()
                        .count()
                == 1;
    }

    private boolean isPlayedAt(List<Struck> latest, int onset) {
        for (int i = 0; i < NOTES; i++) {
            if (!onsets.has(onset + i, latest.get(i).midi())) {
                return false;
            }
        }
        return rhythm.isThatOf(latest, onset);
    }

    private static double price(int onset, int expected) {
        return onset > expected ? PRICE_OF_LEAVING_OUT * (onset - expected) : expected - onset;
    }
}
