package io.astrionix.musicmuse.support.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.shared.Role;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTimeTest {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    /** 2026-11-27 is a Friday; in the night to 2026-03-29 the clocks of Vienna go forward. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T15:00, 2026-11-25T15:00",
        "2026-11-26T15:00, 2026-11-30T15:00",
        "2026-11-27T15:00, 2026-12-01T15:00",
        "2026-11-28T15:00, 2026-12-01T15:00",
        "2026-11-29T15:00, 2026-12-01T15:00",
        "2026-03-27T09:00, 2026-03-31T09:00",
    })
    @Tag("R61")
    void a_message_about_a_child_is_due_within_two_working_days(LocalDateTime received, LocalDateTime due) {
        assertThat(due(MessageCategory.CHILD, received)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27T15:00, 2026-12-27T15:00", "2028-02-01T00:00, 2028-03-02T00:00"})
    @Tag("R51")
    void a_request_about_ones_own_data_is_due_thirty_days_after_receipt(LocalDateTime received, LocalDateTime due) {
        assertThat(due(MessageCategory.PRIVACY, received)).isEqualTo(due);
    }

    @Test
    @Tag("R51")
    void no_answer_takes_longer_than_thirty_days() {
        var received = LocalDateTime.parse("2026-12-24T23:59").atZone(VIENNA).toInstant();
        assertThat(EnumSet.allOf(MessageCategory.class))
                .allSatisfy(category -> assertThat(Duration.between(received, category.dueAfter(received, VIENNA)))
                        .isLessThanOrEqualTo(Duration.ofDays(30)));
    }

    @Test
    @Tag("R70")
    void each_role_answers_its_own_categories() {
        assertThat(MessageCategory.answeredBy(Set.of(Role.SUPPORT)))
                .containsExactlyInAnyOrder(MessageCategory.BILLING, MessageCategory.OTHER);
        assertThat(MessageCategory.answeredBy(Set.of(Role.FINANCE))).containsExactly(MessageCategory.BILLING);
        assertThat(MessageCategory.answeredBy(Set.of(Role.TRUST)))
                .containsExactlyInAnyOrder(
                        MessageCategory.PRIVACY, MessageCategory.CHILD, MessageCategory.ABUSE, MessageCategory.OTHER);
        var others = EnumSet.complementOf(EnumSet.of(Role.SUPPORT, Role.FINANCE, Role.TRUST));
        assertThat(MessageCategory.answeredBy(others)).isEmpty();
        assertThat(MessageCategory.values()).allMatch(category -> category.isAnsweredBy(EnumSet.allOf(Role.class)));
    }

    private static LocalDateTime due(MessageCategory category, LocalDateTime received) {
        return LocalDateTime.ofInstant(category.dueAfter(received.atZone(VIENNA).toInstant(), VIENNA), VIENNA);
    }
}
