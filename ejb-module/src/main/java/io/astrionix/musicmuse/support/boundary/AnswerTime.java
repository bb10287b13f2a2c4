package io.astrionix.musicmuse.support.boundary;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * How long an answer may take: until the same time of day so many days later. Working days are Monday to Friday; which
 * holidays there are where the operator works, nobody has told us.
 *
 * @param days at least 1
 * @param working whether only working days count
 */
public record AnswerTime(int days, boolean working) {

    /** For looking at a report of abuse. */
    public static final AnswerTime OF_REPORTS = ofWorkingDays(5);

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    static AnswerTime ofDays(int days) {
        return new AnswerTime(days, false);
    }

    static AnswerTime ofWorkingDays(int days) {
        return new AnswerTime(days, true);
    }

    /** @param zone whose days they are */
    public Instant after(Instant received, ZoneId zone) {
        var due = received.atZone(zone);
        for (int counted = 0; counted < days; ) {
            due = due.plusDays(1);
            if (!working || isWorkingDay(due)) {
                counted++;
            }
        }
        return due.toInstant();
    }

    private static boolean isWorkingDay(ZonedDateTime day) {
        return !WEEKEND.contains(day.getDayOfWeek());
    }
}
