package io.astrionix.musicmuse.notification.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a mail that was not sent is tried again: soon at first, then ever later, for two days. */
final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private Backoff() {}

    /**
     * @param attempts how often it was tried, from 1
     * @return empty: no more
     */
    static Optional<Duration> after(int attempts) {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
