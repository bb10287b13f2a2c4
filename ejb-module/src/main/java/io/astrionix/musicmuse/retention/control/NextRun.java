package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When the schedule asks for a run. */
final class NextRun {

    private static final Duration MINUTE = Duration.ofMinutes(Integer.parseInt(RetentionWork.MINUTE));

    private NextRun() {}

    static Instant after(Instant now) {
        var thisHour = now.truncatedTo(ChronoUnit.HOURS).plus(MINUTE);
        return thisHour.isAfter(now) ? thisHour : thisHour.plus(Duration.ofHours(1));
    }
}
