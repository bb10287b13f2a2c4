package io.astrionix.musicmuse.analysis.score;

/**
 * How far the time at which a note was heard to begin is trusted, by the {@linkplain PlayedNote#confidence() confidence} that
 * one began.
 *
 * @param from confidence below which the time is not known at all, 0 to 1
 * @param certainFrom confidence from which the time is right, {@code from} to 1
 * @param doubtMillis how far off the time may be in between, in ms
 */
public record OnsetTrust(double from, double certainFrom, double doubtMillis) {

    /** Where every time is right: of keys and strokes. */
    public static final OnsetTrust FULL = new OnsetTrust(0, 0, 0);

    /** @throws IllegalArgumentException if the numbers contradict each other */
    public OnsetTrust {
        if (!(from >= 0 && certainFrom >= from && certainFrom <= 1)) {
            throw new IllegalArgumentException(
                    "sure-from and certain-from must be 0..1, in that order: " + from + ", " + certainFrom);
        }
        if (!(doubtMillis >= 0) || Double.isInfinite(doubtMillis)) {
            throw new IllegalArgumentException("doubtMillis must be finite and not negative: " + doubtMillis);
        }
    }

    /**
     * Whether a note is certainly so far from its time.
     *
     * @param beyondMillis by how much it seems to be farther than it may be, in ms, more than 0
     */
    boolean tells(double beyondMillis, double confidence) {
        return confidence >= certainFrom || (confidence >= from && beyondMillis > doubtMillis);
    }
}
