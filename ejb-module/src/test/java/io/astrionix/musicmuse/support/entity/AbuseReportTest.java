package io.astrionix.musicmuse.support.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.support.boundary.ActionView;
import io.astrionix.musicmuse.support.boundary.EnforcementAction;
import io.astrionix.musicmuse.support.boundary.ReportClosedException;
import io.astrionix.musicmuse.support.boundary.ReportCommand;
import io.astrionix.musicmuse.support.boundary.ReportKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("R25")
class AbuseReportTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private final AccountId actor = new AccountId(UUID.randomUUID());
    private final AbuseReport report = new AbuseReport(
            "R-000002",
            new AccountId(UUID.randomUUID()),
            new ReportCommand(ReportKind.PERSON, "Kim", "Calls me names."),
            NOW,
            ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"NOTE, false", "WARNING, false", "LOCK, false", "DISMISSAL, true", "CLOSING, true"})
    void every_action_is_kept_with_actor_and_reason(EnforcementAction action, boolean closes) {
        report.record(action, actor, "because", NOW);
        assertThat(report.actions()).containsExactly(new ActionView(action, actor, "", "because", NOW));
        assertThat(report.closedAt().isPresent()).isEqualTo(closes);
    }

    @Test
    void nothing_is_added_to_a_closed_report_and_its_two_years_begin_there() {
        report.record(EnforcementAction.NOTE, actor, "looked", NOW);
        report.record(EnforcementAction.DISMISSAL, actor, "a joke", NOW.plusSeconds(1));
        assertThat(report.closedAt()).contains(NOW.plusSeconds(1));
        assertThatThrownBy(() -> report.record(EnforcementAction.LOCK, actor, "after all", NOW.plusSeconds(2)))
                .isInstanceOf(ReportClosedException.class);
        assertThat(report.closedAt()).contains(NOW.plusSeconds(1));
        assertThat(report.actions()).hasSize(2);
    }
}
