package io.astrionix.musicmuse.privacy.entity;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;

/** Monday to Friday; of holidays, which would only give more time, nothing is known. */
public final class BusinessDays {

    private BusinessDays() {}

    /** The same time of day so many business days later (UTC). */
    public static Instant after(Instant from, int days) {
        var day = from.atZone(ZoneOffset.UTC);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day.toInstant();
    }
}
