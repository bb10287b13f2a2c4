package io.astrionix.musicmuse.privacy.boundary;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What an open request comes to as time passes (A3). The names are stored. */
public enum RequestAlarm {
    /** When it should be answered. */
    TARGET(14),
    WARNING(21),
    /** The operator gets a mail. */
    PAGE(28),
    /** The promise is broken; this is recorded. */
    BREACH(30);

    private final Duration after;

    RequestAlarm(int days) {
        this.after = Duration.ofDays(days);
    }

    /** Counted from the receipt. */
    public Duration after() {
        return after;
    }

    /** The last that has come; empty before the first. */
    public static Optional<RequestAlarm> at(Instant receivedAt, Instant now) {
        return Arrays.stream(values())
                .filter(alarm -> !now.isBefore(receivedAt.plus(alarm.after)))
                .reduce((earlier, later) -> later);
    }
}
