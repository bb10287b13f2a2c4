package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import java.util.List;
import java.util.Set;

/**
 * What is known of a take that goes on. All times are the player's, in seconds after sample 0 of the take, the delay of
 * the device taken off.
 */
interface PlayedSoFar {

    /** The time that is known about. */
    double nowSeconds();

    /** All notes that began before this time are known. */
    double knownUntilSeconds();

    /** How many notes after so many of the first began before a time. */
    int begunBefore(double seconds, int first);

    /** How many of the first notes stay as they are, whatever comes. */
    int over();

    /**
     * The notes that tell where the player is, but so many of the first: those that began after a time, up to another one,
     * both in seconds after sample 0 of the take.
     */
    List<PlayedNote> followedBetween(double after, double until, int first);

    /**
     * The notes that count as played, but so many of the first.
     *
     * @param music the notes they may have been meant as, in ascending order of start
     */
    List<PlayedNote> after(int first, List<ExpectedNote> music);

    /**
     * Whether something began about a time that may have been a note, but counts as none. Of keys and strokes nothing is.
     *
     * @param seconds that time
     * @param first so many of the first notes are not asked
     * @param counted ids of the notes that count
     */
    default boolean isDoubtful(double seconds, int first, Set<Integer> counted) {
        return false;
    }
}
