package io.astrionix.musicmuse.accounts.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.accounts.entity.SignInLane.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rule of security.md 2.3, on a clock of the test's own. */
@Tag("R69")
@Tag("ASVS-6.1.1")
@Tag("ASVS-6.3.1")
class SignInLaneTest {

    private final SignInLane lane = new SignInLane("lane");
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void ten_failures_in_fifteen_minutes_lock_for_1_2_4_8_15_15_minutes() {
        var locks = new ArrayList<Long>();
        for (int round = 0; round < 6; round++) {
            assertThat(fail(10)).hasSize(10).endsWith(Admission.LAST_BEFORE_LOCK);
            locks.add(minutesShut());
        }
        assertThat(locks).containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
    }

    @Test
    void nine_failures_do_not_lock_and_old_ones_do_not_count() {
        for (int round = 0; round < 10; round++) {
            assertThat(fail(9)).containsOnly(Admission.OPEN);
            now = now.plus(Duration.ofMinutes(15));
        }
    }

    @Test
    void the_window_slides() {
        assertThat(fail(5)).containsOnly(Admission.OPEN);
        now = now.plus(Duration.ofMinutes(14));
        assertThat(fail(4)).containsOnly(Admission.OPEN);
        now = now.plus(Duration.ofMinutes(2)); // the first five are over
        assertThat(fail(5)).containsOnly(Admission.OPEN);
        assertThat(fail(1)).containsOnly(Admission.LAST_BEFORE_LOCK);
    }

    @Test
    void tries_while_locked_neither_count_nor_prolong() {
        fail(10);
        for (int second = 0; second < 59; second++) {
            now = now.plusSeconds(1);
            assertThat(lane.admit(now)).isEqualTo(Admission.SHUT);
        }
        now = now.plusSeconds(1);
        assertThat(fail(10)).hasSize(10).endsWith(Admission.LAST_BEFORE_LOCK);
    }

    @Test
    void a_hundred_in_a_row_close_it_for_ever() {
        int looked = 0;
        for (int minute = 0; minute < 60 * 24 * 365; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            if (lane.admit(now).isOpen()) {
                looked++;
            }
        }
        assertThat(looked).isEqualTo(SignInLane.CONSECUTIVE_MOST);
        assertThat(lane.isClosed()).isTrue();
    }

    /** So many failures, a moment apart; those that were shut out are not in the list. */
    private List<Admission> fail(int count) {
        var open = new ArrayList<Admission>();
        for (int i = 0; i < count; i++) {
            now = now.plusMillis(1);
            var admission = lane.admit(now);
            if (admission.isOpen()) {
                open.add(admission);
            }
        }
        return open;
    }

    private long minutesShut() {
        var begin = now;
        var end = now.plus(Duration.ofHours(1));
        while (now.isBefore(end)) {
            now = now.plusSeconds(1);
            if (!lane.isShut(now)) {
                return Duration.between(begin, now).toMinutes();
            }
        }
        throw new AssertionError("still shut after an hour");
    }
}
