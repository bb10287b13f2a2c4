package io.astrionix.musicmuse.privacy.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.privacy.boundary.RequestAlarm;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import io.astrionix.musicmuse.privacy.entity.Course.Move;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CourseTest {

    private static final Instant RECEIVED = Instant.parse("2028-02-10T09:00:00Z");

    @Test
    @Tag("R51")
    void the_time_to_answer_runs_from_the_receipt_whatever_the_identity_check_takes() {
        var course = course(RequestKind.ACCESS).askedForIdentity().verified();
        assertThat(course.dueAt()).isEqualTo("2028-03-11T09:00:00Z");
    }

    @Test
    @Tag("R53")
    void nothing_is_due_until_the_owner_has_confirmed_and_after_seven_days_it_lapses() {
        var course = course(RequestKind.DELETION).askedForIdentity();
        assertThat(course.next(days(6.99))).isEmpty();
        assertThat(course.next(days(7))).contains(Move.LAPSE);
        assertThat(course.denied().state()).isEqualTo(RequestState.DENIED);
    }

    @Test
    @Tag("R51")
    void a_letter_that_lay_about_leaves_as_long_to_confirm_and_less_to_answer() {
        var course = Course.received(RequestKind.ACCESS, RECEIVED, days(20)).askedForIdentity();
        assertThat(course.alarmed(days(26.9)).next(days(26.9))).isEmpty();
        assertThat(course.alarmed(days(27)).next(days(27))).contains(Move.LAPSE);
        assertThat(course.dueAt()).isEqualTo(days(30));
    }

    @Test
    @Tag("R55")
    void a_deletion_hides_at_once_and_erases_after_seven_days() {
        var course = course(RequestKind.DELETION).askedForIdentity().verified();
        assertThat(course.next(days(1))).contains(Move.START);

        var started = course.started(days(1));
        assertThat(started.state()).isEqualTo(RequestState.COOL_OFF);
        assertThat(started.step()).as("hidden already").isEqualTo(RequestStepName.ERASE);
        assertThat(started.next(days(7.99))).isEmpty();
        assertThat(started.next(days(8))).contains(Move.BEGIN);
        assertThat(started.begun().next(days(8))).contains(Move.STEP);
    }

    @Test
    void a_processor_that_has_not_answered_is_asked_until_it_has() {
        var running = running(RequestKind.DELETION);
        var waiting = running.stepped(true, false);
        assertThat(waiting.state()).isEqualTo(RequestState.AWAITING_PROCESSOR);
        assertThat(waiting.stepped(true, false)).isEqualTo(waiting);
        assertThat(waiting.next(days(9))).contains(Move.STEP);
        assertThat(waiting.stepped(false, false).state()).isEqualTo(RequestState.DONE);
        assertThat(waiting.stepped(false, true).state()).isEqualTo(RequestState.PARTLY_KEPT);
    }

    @ParameterizedTest
    @CsvSource({
        "13.99,",
        "14, TARGET",
        "20.99, TARGET",
        "21, WARNING",
        "28, PAGE",
        "29.99, PAGE",
        "30, BREACH",
        "400, BREACH"
    })
    @Tag("R51")
    void an_open_request_raises_its_alarms_on_their_days_and_each_once(double day, RequestAlarm alarm) {
        var course = running(RequestKind.CORRECTION);
        assertThat(course.newAlarm(days(day))).isEqualTo(Optional.ofNullable(alarm));
        if (alarm != null) {
            assertThat(course.next(days(day))).contains(Move.ALARM);
            assertThat(course.alarmed(days(day)).newAlarm(days(day))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestState.class,
            names = {"DONE", "PARTLY_KEPT", "DENIED", "CANCELLED"})
    void what_is_over_stays_so(RequestState over) {
        var course = new Course(RequestKind.ACCESS, over, RECEIVED, RECEIVED, Optional.empty(), 1, Optional.empty());
        assertThat(course.next(days(31))).isEmpty();
        for (var state : RequestState.values()) {
            assertThatThrownBy(() -> over.to(state)).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestState.class,
            names = {"RUNNING", "AWAITING_PROCESSOR"})
    void what_has_begun_is_not_called_off(RequestState begun) {
        assertThat(begun.canBeCancelled()).isFalse();
        assertThatThrownBy(() -> begun.to(RequestState.CANCELLED)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    void every_kind_comes_to_its_end(RequestKind kind) {
        var course = running(kind);
        while (!course.state().isOver()) {
            assertThat(course.next(days(9))).contains(Move.STEP);
            course = course.stepped(false, false);
        }
        assertThat(course.stepsDone()).isEqualTo(kind.steps().size());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T10:00:00Z, 2026-12-11T10:00:00Z",
        "2026-11-28T10:00:00Z, 2026-12-11T10:00:00Z",
        "2026-11-30T10:00:00Z, 2026-12-14T10:00:00Z"
    })
    @Tag("R77")
    void ten_business_days_are_two_weeks_of_mondays_to_fridays(Instant from, Instant until) {
        assertThat(BusinessDays.after(from, 10)).isEqualTo(until);
    }

    private static Course running(RequestKind kind) {
        var started = course(kind).askedForIdentity().verified().started(RECEIVED);
        return kind.isDeletion() ? started.begun() : started;
    }

    private static Course course(RequestKind kind) {
        return Course.received(kind, RECEIVED, RECEIVED);
    }

    private static Instant days(double days) {
        return RECEIVED.plus(Duration.ofSeconds(Math.round(days * 86_400)));
    }
}
