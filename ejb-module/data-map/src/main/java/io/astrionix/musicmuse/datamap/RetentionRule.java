package io.astrionix.musicmuse.datamap;

import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;

/**
 * A rule of retention.yml.
 *
 * @param period how long in ISO-8601, such as {@code P30D}; empty where no clock runs
 * @param clocks the columns the period counts from, or which say the end themselves, as {@code table.column}
 * @param ground why so long, a key of {@link Words}
 * @param section of the privacy policy
 * @param waiting what the rule waits for; empty if something uses it
 * @param only a condition in SQL: the clock runs only for rows that meet it
 * @param through who ends the rows, where that is more than deleting them
 * @param brakes whether a run that would take unusually many rows stops and asks; not for rows that are made and end within
 *     a day
 */
public record RetentionRule(
        String id,
        Lasts lasts,
        Optional<String> period,
        List<String> clocks,
        String ground,
        String section,
        Optional<String> waiting,
        Optional<String> only,
        Optional<Through> through,
        boolean brakes) {

    /** Who ends rows. The names stand in retention.yml. */
    public enum Through {
        /** The account with everything that the map says of it. */
        ACCOUNTS,
        /** The audit log's own door, which keeps its chain whole. */
        AUDIT
    }

    /** What ends it. */
    public enum Lasts {
        /** The end of the account. */
        ACCOUNT,
        /** The end of what is in it. */
        ROWS,
        /** The end of the request or take. */
        MOMENT,
        /** The end of the installation; for nothing personal. */
        INSTALLATION,
        /** The period after the clock column's moment. */
        AFTER,
        /** The clock column's moment, at most the period away. */
        UNTIL;

        public boolean runsByClock() {
            return this == AFTER || this == UNTIL;
        }
    }

    /**
     * The period as something to add to a time: hours and shorter as a {@link Duration}, days and longer as a
     * {@link Period}.
     *
     * @throws java.util.NoSuchElementException if no clock runs
     * @throws java.time.format.DateTimeParseException if it is no ISO-8601 period
     */
    public TemporalAmount amount() {
        var text = period.orElseThrow();
        return text.startsWith("PT") ? Duration.parse(text) : Period.parse(text);
    }
}
