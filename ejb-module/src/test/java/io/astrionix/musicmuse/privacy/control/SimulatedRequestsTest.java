package io.astrionix.musicmuse.privacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.privacy.boundary.RequestAlarm;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import io.astrionix.musicmuse.privacy.entity.Course;
import io.astrionix.musicmuse.privacy.entity.Course.Move;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The rules of requests over sixty simulated days, as the job applies them each hour: people who confirm late or never, a
 * server that dies in the middle, a processor that is down. {@code -Dmusicmuse.requests} says how many requests.
 */
class SimulatedRequestsTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T00:00:00Z");
    private static final int DAYS = 60;
    private static final int CRASHES = 20;
    private static final int REQUESTS = Integer.getInteger("musicmuse.requests", 1_000);

    private final Random random = new Random(13);
    private final Map<UUID, Row> rows = new HashMap<>();
    private final Map<UUID, Set<RequestStepName>> done = new HashMap<>();
    private final Set<Integer> crashesAt = new HashSet<>();
    private Instant now = BEGIN;
    private int calls;

    /** A request in the store: the database's row. */
    private static final class Row {
        private Course course;
        private Instant proves = Instant.MAX;
        private Instant busyUntil = Instant.MIN;
        private Optional<Instant> breached = Optional.empty();
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    @Tag("R51")
    void a_thousand_requests_end_in_time_through_crashes_and_a_processor_that_is_down_for_ten_days() {
        run(false);
        assertThat(overdue()).as("open after their day, or answered late").isEmpty();
        assertThat(rows.values()).allMatch(row -> row.course.state().isOver());
    }

    @Test
    @Tag("R51")
    void a_desk_that_answers_nothing_leaves_a_record_of_every_breach() {
        run(true);
        assertThat(overdue()).isNotEmpty();
        assertThat(overdue())
                .allMatch(row -> row.breached.isPresent() && !row.breached.get().isBefore(row.course.dueAt()));
    }

    private void run(boolean deskSleeps) {
        while (crashesAt.size() < CRASHES) {
            crashesAt.add(random.nextInt(REQUESTS * 4));
        }
        var advance = new Advance(new Store(), new Work(deskSleeps), new SimulatedClock());
        for (int hour = 0; hour < DAYS * 24; hour++) {
            now = BEGIN.plus(Duration.ofHours(hour));
            arrive(hour);
            prove();
            for (var id : List.copyOf(rows.keySet())) {
                try {
                    advance.advance(id);
                } catch (Crash theServerDied) {
                    break; // the rest of the run is lost
                }
            }
        }
        assertThat(crashesAt).as("crashes that did not happen").isEmpty();
    }

    /** In the first four weeks, so that all have had their thirty days. */
    private void arrive(int hour) {
        int hours = 28 * 24;
        if (hour < hours) {
            int until = (int) ((long) REQUESTS * (hour + 1) / hours);
            while (rows.size() < until) {
                var row = new Row();
                var kinds = RequestKind.values();
                row.course = Course.received(kinds[random.nextInt(kinds.length)], now, now)
                        .askedForIdentity();
                if (random.nextInt(10) > 0) {
                    row.proves = now.plus(Duration.ofHours(random.nextInt(10 * 24)));
                }
                rows.put(new UUID(random.nextLong(), random.nextLong()), row);
            }
        }
    }

    private void prove() {
        for (var row : rows.values()) {
            if (row.course.state() == RequestState.IDENTITY && !row.proves.isAfter(now)) {
                row.course = row.course.verified();
            }
        }
    }

    private List<Row> overdue() {
        var late = new ArrayList<Row>();
        for (var row : rows.values()) {
            boolean raised =
                    row.course.alarm().filter(RequestAlarm.BREACH::equals).isPresent();
            boolean open = !row.course.state().isOver();
            if (raised || (open && !now.isBefore(row.course.dueAt()))) {
                late.add(row);
            }
        }
        return late;
    }

    private void perhapsDie() {
        if (crashesAt.remove(calls++)) {
            throw new Crash();
        }
    }

    /** Each call is done whole or, with a crash, not at all. */
    private final class Store implements RequestStore {

        @Override
        public Optional<Course> claim(UUID request, Instant at) {
            var row = rows.get(request);
            if (row.course.state().isOver()
                    || row.busyUntil.isAfter(at)
                    || row.course.next(at).isEmpty()) {
                return Optional.empty();
            }
            perhapsDie();
            row.busyUntil = at.plus(Duration.ofMinutes(30));
            return Optional.of(row.course);
        }

        @Override
        public Course make(Move move, UUID request, Instant at) {
            perhapsDie();
            var row = rows.get(request);
            row.course = switch (move) {
                case ALARM -> row.course.alarmed(at);
                case LAPSE -> row.course.denied();
                case START -> row.course.started(at);
                case BEGIN -> row.course.begun();
                case STEP -> throw new AssertionError("A step is no move of the store");
            };
            if (row.course.alarm().filter(RequestAlarm.BREACH::equals).isPresent() && row.breached.isEmpty()) {
                row.breached = Optional.of(at);
            }
            return row.course;
        }

        @Override
        public Course stepped(UUID request, StepResult result, Instant at) {
            perhapsDie();
            var row = rows.get(request);
            row.course = row.course.stepped(
                    result.kind() == StepResult.Kind.PENDING, !result.kept().isEmpty());
            return row.course;
        }

        @Override
        public void release(UUID request) {
            rows.get(request).busyUntil = Instant.MIN;
        }
    }

    /** The processor is down from day 15 to day 25; the desk works once a day, or sleeps. */
    private final class Work implements RequestWork {

        private final boolean deskSleeps;

        private Work(boolean deskSleeps) {
            this.deskSleeps = deskSleeps;
        }

        @Override
        public StepResult run(UUID request, RequestStepName step) {
            perhapsDie();
            if (step == RequestStepName.DESK
                    && (deskSleeps || now.atZone(ZoneOffset.UTC).getHour() != 9)) {
                return StepResult.WAITS;
            }
            var before = done.computeIfAbsent(request, id -> new HashSet<>());
            before.add(step);
            boolean down =
                    !now.isBefore(BEGIN.plus(Duration.ofDays(15))) && now.isBefore(BEGIN.plus(Duration.ofDays(25)));
            if (step == RequestStepName.ERASE && down) {
                return new StepResult(StepResult.Kind.PENDING, List.of());
            }
            return StepResult.DONE;
        }
    }

    private final class SimulatedClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
