package io.astrionix.musicmuse.retention.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.shared.DataMapProducer;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RetentionTargetTest {

    private final DataMap map = DataMapProducer.read();

    @Test
    @Tag("R42")
    void every_rule_with_a_clock_and_a_table_is_kept_by_the_engine() {
        var kept = RetentionTarget.of(map).stream()
                .map(target -> target.rule().id())
                .collect(Collectors.toSet());
        assertThat(map.rules().stream()
                        .filter(rule -> rule.lasts().runsByClock())
                        .filter(rule -> rule.waiting().isEmpty())
                        .filter(rule -> !rule.clocks().isEmpty())
                        .map(rule -> rule.id()))
                .isNotEmpty()
                .allMatch(kept::contains);
    }

    @Test
    void a_row_is_named_by_its_own_key_or_by_that_of_what_it_belongs_to() {
        assertThat(RetentionTarget.of(map))
                .allSatisfy(target -> assertThat(target.key()).isIn("id", "request_id"));
    }

    @Test
    void the_index_is_asked_for_no_row_too_few() {
        var asOf = Instant.parse("2028-02-29T12:00:00Z");
        for (var target : RetentionTarget.of(map)) {
            var latest = target.moments(asOf).get(0);
            assertThat(latest.equals(asOf) || target.dueAt(latest.plusNanos(1)).isAfter(asOf))
                    .as(target.rule().id())
                    .isTrue();
        }
    }
}
