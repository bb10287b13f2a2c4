package io.astrionix.musicmuse.analysis.follow;

/**
 * Where in the music the player is.
 *
 * @param noteIndex the note from which on this holds, its place in the music
 * @param atSeconds when that note is in time, in seconds after sample 0 of the take
 * @param speed how fast the music goes from then on: 1 as written, 0.5 half as fast
 * @param latest the last time that the player went to another place than the next one
 */
public record Whereabouts(int noteIndex, double atSeconds, double speed, Change latest) {

    /**
     * The player went to another place.
     *
     * @param number how often that happened, this time included; 0 if never
     * @param noteIndex the first note that was played there
     * @param atSeconds when it was played, in seconds after sample 0 of the take
     */
    public record Change(int number, int noteIndex, double atSeconds) {

        static final Change NEVER = new Change(0, 0, Double.NEGATIVE_INFINITY);

        Change next(int note, double seconds) {
            return new Change(number + 1, note, seconds);
        }
    }
}
