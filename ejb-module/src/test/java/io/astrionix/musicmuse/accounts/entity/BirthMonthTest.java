package io.astrionix.musicmuse.accounts.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R59")
@Tag("R62")
class BirthMonthTest {

    @ParameterizedTest
    @CsvSource({
        "2013-11, 2026-10, true, false", // 12 for sure
        "2013-11, 2026-11, true, false", // 13 this month, perhaps tomorrow
        "2013-11, 2026-12, false, false", // 13 for sure
        "2013-12, 2026-12, true, false", // over the turn of the year
        "2013-12, 2027-01, false, false",
        "2008-11, 2026-10, false, false", // 17 for sure
        "2008-11, 2026-11, false, false", // 18 this month, perhaps tomorrow
        "2008-11, 2026-12, false, true", // 18 for sure
        "2008-02, 2026-02, false, false", // born on a 29 February: 18 on 1 March
        "2008-02, 2026-03, false, true",
        "2026-11, 2026-11, true, false", // born today
        "2030-01, 2026-11, true, false", // not born yet
        "1900-01, 2026-11, false, true",
    })
    void whoever_may_still_be_younger_counts_as_younger(
            YearMonth birth, YearMonth today, boolean tooYoung, boolean adult) {
        var month = new BirthMonth(birth);

        assertThat(month.isTooYoungIn(today)).isEqualTo(tooYoung);
        assertThat(month.isAdultIn(today)).isEqualTo(adult);
    }

    /** Against the calendar, day by day: any birthday, any day of today's month. */
    @Test
    @Tag("ASVS-2.2.3")
    void nobody_of_12_gets_in_and_nobody_of_17_counts_as_an_adult() {
        var random = new Random(59);
        int children = 0;
        int minors = 0;
        for (int i = 0; i < 20_000; i++) {
            var today = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3_000));
            var birthday = today.minusYears(random.nextInt(8) + 12).minusDays(random.nextInt(400));
            var month = new BirthMonth(YearMonth.from(birthday));
            int age = age(birthday, today);

            if (age < 13) {
                children++;
                assertThat(month.isTooYoungIn(YearMonth.from(today)))
                        .as("%s on %s", birthday, today)
                        .isTrue();
            } else if (age < 18) {
                minors++;
                assertThat(month.isAdultIn(YearMonth.from(today)))
                        .as("%s on %s", birthday, today)
                        .isFalse();
            }
        }
        assertThat(children).isGreaterThan(500);
        assertThat(minors).isGreaterThan(5_000);
    }

    @Test
    void and_nobody_waits_longer_than_to_the_end_of_the_month() {
        var random = new Random(62);
        for (int i = 0; i < 20_000; i++) {
            var birthday = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(12_000));
            var month = new BirthMonth(YearMonth.from(birthday));

            assertThat(month.isTooYoungIn(YearMonth.from(birthday.plusYears(13).plusMonths(1))))
                    .isFalse();
            assertThat(month.isAdultIn(YearMonth.from(birthday.plusYears(18).plusMonths(1))))
                    .isTrue();
        }
    }

    /** Somebody born on 29 February comes of age on 1 March where there is no such day. */
    private static int age(LocalDate birthday, LocalDate today) {
        int years = today.getYear() - birthday.getYear();
        var after = birthday.withDayOfMonth(1).plusYears(years).plusDays(birthday.getDayOfMonth() - 1L);
        return today.isBefore(after) ? years - 1 : years;
    }
}
