package io.astrionix.musicmuse.retention.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.retention.boundary.RuleState;
import io.astrionix.musicmuse.retention.boundary.RuleView;
import io.astrionix.musicmuse.retention.boundary.Trouble;
import io.astrionix.musicmuse.retention.boundary.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R42")
class TroublesTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Duration A_DAY = Duration.ofHours(24);

    @Test
    void a_row_that_is_due_for_more_than_a_day_is_trouble() {
        assertThat(kinds(RuleState.DONE, NOW.minus(A_DAY))).isEmpty();
        assertThat(kinds(RuleState.DONE, NOW.minus(A_DAY).minusSeconds(1))).containsExactly(Kind.OVERDUE);
        assertThat(kinds(RuleState.PAUSED, NOW.minus(A_DAY).minusSeconds(1))).containsExactly(Kind.OVERDUE);
    }

    @Test
    void what_waits_for_somebody_is_trouble_until_it_does_not() {
        assertThat(kinds(RuleState.STOPPED, null)).containsExactly(Kind.STOPPED);
        assertThat(kinds(RuleState.EXCEPTIONS, null)).containsExactly(Kind.EXCEPTIONS);
        for (var state : List.of(RuleState.NEW, RuleState.DONE, RuleState.APPROVED, RuleState.PAUSED)) {
            assertThat(kinds(state, null)).as(state.name()).isEmpty();
        }
    }

    private static List<Kind> kinds(RuleState state, Instant overdueSince) {
        var rule = new RuleView("rule", List.of("t"), state, "", 1, overdueSince, 0, 0, NOW, 0, 0, 0, NOW);
        return Troubles.of(rule, NOW).stream().map(Trouble::kind).toList();
    }
}
