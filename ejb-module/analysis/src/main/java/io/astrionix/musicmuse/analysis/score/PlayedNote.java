package io.astrionix.musicmuse.analysis.score;

/**
 * A note that was heard.
 *
 * @param id names this note inside its take; never given to another note of the same take
 * @param onsetSeconds when it began, in seconds after sample 0 of the take, the latency of the device already
 *     subtracted (so it may be negative)
 * @param durationSeconds how long it sounded so far, in seconds, 0 or more
 * @param midi sounding pitch as a fractional MIDI note number, A4 at the take's concert pitch = 69, equal temperament; of a
 *     stroke that has no pitch, 0
 * @param confidence how sure it is that a note began then, 0 to 1; of a key, or a stroke that is heard, 1
 */
public record PlayedNote(int id, double onsetSeconds, double durationSeconds, double midi, double confidence) {

    /** @throws IllegalArgumentException if a number is not finite, the duration negative or the confidence not 0 to 1 */
    public PlayedNote {
        if (!Double.isFinite(onsetSeconds) || !Double.isFinite(midi)) {
            throw new IllegalArgumentException("onset and pitch must be finite: " + onsetSeconds + ", " + midi);
        }
        if (!(durationSeconds >= 0) || Double.isInfinite(durationSeconds)) {
            throw new IllegalArgumentException("durationSeconds must be finite and not negative: " + durationSeconds);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be 0..1: " + confidence);
        }
    }

    /** One that was certainly played. */
    public PlayedNote(int id, double onsetSeconds, double durationSeconds, double midi) {
        this(id, onsetSeconds, durationSeconds, midi, 1);
    }

    /**
     * A stroke or clap: no pitch and no length can be told of it.
     *
     * @param id as above
     * @param onsetSeconds as above
     */
    public static PlayedNote withoutPitch(int id, double onsetSeconds) {
        return new PlayedNote(id, onsetSeconds, 0, 0);
    }

    /**
     * The same note, at most so long.
     *
     * @param mostSeconds 0 or more
     */
    public PlayedNote lastingAtMost(double mostSeconds) {
        return new PlayedNote(id, onsetSeconds, Math.min(durationSeconds, mostSeconds), midi, confidence);
    }
}
