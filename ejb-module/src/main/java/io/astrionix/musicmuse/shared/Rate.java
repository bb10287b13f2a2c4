package io.astrionix.musicmuse.shared;

import java.time.Duration;

/**
 * So often in a period.
 *
 * @param count at least 1
 */
public record Rate(int count, Duration period) {

    /** The time after which one more is free again. */
    public Duration interval() {
        return period.dividedBy(count);
    }
}
