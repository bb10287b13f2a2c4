package io.astrionix.musicmuse.analysis.score;

/**
 * A note the music asks for.
 *
 * @param index place in the music, counted from 0
 * @param midi sounding MIDI note number, 0 to 127, A4 = 69
 * @param startSeconds when it should sound, in seconds after sample 0 of the take, without the latency of the device
 * @param durationSeconds how long it should sound, in seconds, more than 0
 */
public record ExpectedNote(int index, int midi, double startSeconds, double durationSeconds) {

    /** @throws IllegalArgumentException if a value is out of its range */
    public ExpectedNote {
        if (index < 0) {
            throw new IllegalArgumentException("index must not be negative: " + index);
        }
        if (midi < 0 || midi > 127) {
            throw new IllegalArgumentException("midi must be 0..127: " + midi);
        }
        if (!(startSeconds >= 0) || Double.isInfinite(startSeconds)) {
            throw new IllegalArgumentException("startSeconds must be finite and not negative: " + startSeconds);
        }
        if (!(durationSeconds > 0) || Double.isInfinite(durationSeconds)) {
            throw new IllegalArgumentException("durationSeconds must be finite and positive: " + durationSeconds);
        }
    }
}
