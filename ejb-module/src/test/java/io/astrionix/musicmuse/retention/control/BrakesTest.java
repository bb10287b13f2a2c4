package io.astrionix.musicmuse.retention.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R42")
class BrakesTest {

    @ParameterizedTest
    @CsvSource({
        "200, 1000, 0, ", // a fifth is not more than a fifth
        "201, 1000, 0, SHARE",
        "300, 10000, 100, ", // three times the median is not more than that
        "301, 10000, 100, MEDIAN",
        "301, 10000, 0, ", // nothing to compare with
        "3000, 10000, 100, SHARE",
        "1, 0, 0, SHARE" // a table that was emptied meanwhile
    })
    void more_than_a_fifth_of_the_table_or_than_three_times_the_median_stops(
            long due, long total, double median, String reason) {
        assertThat(Brakes.reason(due, total, median).orElse(null)).isEqualTo(reason);
    }
}
