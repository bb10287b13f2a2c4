package io.astrionix.musicmuse.analysis;

import java.util.Comparator;
import java.util.List;

/**
 * The clicks of a metronome that sound from a loudspeaker while a take is recorded, and so perhaps in the microphone.
 *
 * @param clicks in the order of time
 * @param unknownDelaySeconds by how much later than it should a click may be heard where the delay of the device was not
 *     measured, in seconds; 0 where it was
 */
public record ClickTrack(List<Click> clicks, double unknownDelaySeconds) {

    /** Nothing sounds, or nobody knows of it. */
    public static final ClickTrack NONE = new ClickTrack(List.of(), 0);

    /**
     * One click.
     *
     * @param seconds when it sounds, in seconds after sample 0 of the take, without the delay of the device
     * @param hertz its pitch
     */
    public record Click(double seconds, double hertz) {}

    /**
     * Puts the clicks in order.
     *
     * @throws IllegalArgumentException if the delay is negative or not finite
     */
    public ClickTrack {
        if (!(unknownDelaySeconds >= 0) || Double.isInfinite(unknownDelaySeconds)) {
            throw new IllegalArgumentException(
                    "unknownDelaySeconds must be finite and not negative: " + unknownDelaySeconds);
        }
        clicks = clicks.stream()
                .sorted(Comparator.comparingDouble(Click::seconds))
                .toList();
    }
}
