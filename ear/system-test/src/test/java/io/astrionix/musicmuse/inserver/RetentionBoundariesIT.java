package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.datamap.RetentionRule.Lasts;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.retention.control.RetentionTarget;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is due, by the SQL of each rule and by Java's calendar: a second before and after, leap days, ends of months, the
 * nights when clocks are changed, the future, no clock at all (P6).
 */
class RetentionBoundariesIT extends Deployed {

    private static final int CASES = 500;
    private static final long SEED = 20_261_127;
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 5_000;

    @Inject
    private DataMap map;

    @Inject
    private TestAccounts database;

    @Test
    @Tag("R42")
    @Tag("R38")
    @Tag("R39")
    @Tag("R40")
    void the_database_and_the_calendar_agree() {
        var random = new Random(SEED);
        int wrong = 0;
        int cases = 0;
        for (var target : RetentionTarget.of(map)) {
            for (int i = 0; i < CASES; i++) {
                var asOf = moment(random);
                var clock = clock(random, asOf, target);
                cases++;
                if (isDueBySql(target, clock, asOf) != isDueByCalendar(target, clock, asOf)) {
                    wrong++;
                }
            }
        }
        ServerFigures.keep("retention-boundary-cases", (double) cases, "cases", ">= 500 for each rule");
        ServerFigures.keep("retention-boundary-wrong", (double) wrong, "cases", "0");
        assertThat(wrong).isZero();
    }

    @Test
    @Tag("R42")
    void without_a_clock_nothing_is_ever_due() {
        for (var target : RetentionTarget.of(map)) {
            assertThat(isDueBySql(target, null, Instant.parse("2999-01-01T00:00:00Z")))
                    .isFalse();
        }
    }

    private boolean isDueBySql(RetentionTarget target, Instant clock, Instant asOf) {
        var condition = target.rule()
                .only()
                .map(only -> target.due().replace(" and (" + only + ")", ""))
                .orElse(target.due());
        var moments = target.moments(asOf);
        return database.number(
                        "select count(*) from (select ?::timestamptz as " + target.clock() + ") r where " + condition,
                        text(clock),
                        moments.get(0).atOffset(ZoneOffset.UTC),
                        moments.get(1).atOffset(ZoneOffset.UTC))
                == 1;
    }

    private static boolean isDueByCalendar(RetentionTarget target, Instant clock, Instant asOf) {
        return !end(target, clock).isAfter(asOf);
    }

    private static Instant end(RetentionTarget target, Instant clock) {
        return target.rule().lasts() == Lasts.UNTIL
                ? clock
                : clock.atZone(ZoneOffset.UTC).plus(target.rule().amount()).toInstant();
    }

    private static Instant moment(Random random) {
        return FIRST_DAY
                .plusDays(random.nextInt(DAYS))
                .atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                .toInstant(ZoneOffset.UTC);
    }

    /** Mostly about where the rule begins to bite: that is where a mistake would be. */
    private static Instant clock(Random random, Instant asOf, RetentionTarget target) {
        var about = target.rule().lasts() == Lasts.UNTIL
                ? asOf
                : asOf.atZone(ZoneOffset.UTC).minus(target.rule().amount()).toInstant();
        var choices = new ArrayList<>(List.of(
                about,
                about.minusSeconds(1),
                about.plusSeconds(1),
                about.plus(1, ChronoUnit.DAYS),
                about.minus(1, ChronoUnit.DAYS),
                about.minus(2, ChronoUnit.DAYS).plusSeconds(1),
                asOf.plus(400, ChronoUnit.DAYS),
                moment(random)));
        choices.add(Instant.parse("2024-02-29T23:59:59Z"));
        choices.add(Instant.parse("2024-03-31T01:00:00Z")); // Berlin's clocks go on
        choices.add(Instant.parse("2024-11-03T06:30:00Z")); // New York's clocks go back
        return choices.get(random.nextInt(choices.size()));
    }

    private static String text(Instant clock) {
        return clock == null ? null : clock.toString();
    }
}
