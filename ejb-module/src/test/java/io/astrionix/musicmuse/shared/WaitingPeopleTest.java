package io.astrionix.musicmuse.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitingPeopleTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final WaitingPeople people = new WaitingPeople();

    @Test
    void nobody_is_waited_for_where_nobody_waits() {
        people.goFirst(FOR_EVER);
        people.comes();
        people.goes();
        people.goFirst(FOR_EVER);
        assertThat(people.count()).isZero();
    }

    @Test
    void the_last_one_ends_it() throws Exception {
        people.comes();
        people.comes();
        var work = CompletableFuture.runAsync(() -> people.goFirst(FOR_EVER));
        people.goes();
        assertThat(work).isNotDone();
        people.goes();
        work.get(1, TimeUnit.MINUTES);
    }

    @Test
    void work_goes_on_after_its_time_though_somebody_waits() {
        people.comes();
        people.goFirst(Duration.ofMillis(5));
        assertThat(people.count()).isEqualTo(1);
    }
}
