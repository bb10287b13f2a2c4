package io.astrionix.musicmuse.accounts.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work in the slots waits for {@link #over}, so that a flood is there for as long as a test looks at it. */
@Tag("ASVS-15.2.2")
@Timeout(60)
class HashSlotsTest {

    private static final int CORES = 3;
    private static final int WAITING = 8 * CORES;

    private final HashSlots slots = new HashSlots(CORES);
    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();

    @AfterEach
    void let_everybody_go() {
        over.countDown();
        people.shutdownNow();
    }

    @Test
    void a_flood_of_strangers_leaves_a_slot_to_people_on_known_devices() throws Exception {
        flood(CORES + 1);
        await(CORES - 1);

        assertThat(slots.run(false, () -> "known")).contains("known");
        assertThat(running).hasValue(CORES - 1);
    }

    @Test
    void no_more_hashes_run_at_once_than_there_are_cores() throws Exception {
        for (int i = 0; i < 2 * CORES; i++) {
            people.execute(() -> slots.run(false, this::hash));
        }
        await(CORES);
        Thread.sleep(100);
        assertThat(running).hasValue(CORES);
    }

    @Test
    void who_finds_no_place_to_wait_is_sent_away_at_once() throws Exception {
        var flood = flood(WAITING + 5);
        await(CORES - 1);
        awaitDone(flood, 5);
        assertThat(flood.stream().filter(Future::isDone))
                .allMatch(sentAway -> resultOf(sentAway).isEmpty());

        long began = System.nanoTime();
        assertThat(slots.run(true, () -> "looked at")).isEmpty();
        assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void who_waits_too_long_is_sent_away_without_being_looked_at() throws Exception {
        flood(CORES - 1);
        await(CORES - 1);

        long began = System.nanoTime();
        assertThat(slots.run(true, () -> "looked at")).isEmpty();
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(HashSlots.PATIENCE.toNanos());
    }

    @Test
    void work_that_fails_gives_its_slot_back() {
        for (int i = 0; i < 3 * WAITING; i++) {
            assertThatThrownBy(() -> slots.run(true, () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(slots.run(true, () -> "done")).contains("done");
    }

    private List<Future<Optional<String>>> flood(int strangers) {
        var flood = new ArrayList<Future<Optional<String>>>();
        for (int i = 0; i < strangers; i++) {
            flood.add(people.submit(() -> slots.run(true, this::hash)));
        }
        return flood;
    }

    private String hash() {
        running.incrementAndGet();
        try {
            over.await();
        } catch (InterruptedException testEnds) {
            Thread.currentThread().interrupt();
        }
        return "hashed";
    }

    private void await(int hashes) throws InterruptedException {
        while (running.get() < hashes) {
            Thread.sleep(10);
        }
    }

    private static void awaitDone(List<Future<Optional<String>>> flood, long count) throws InterruptedException {
        while (flood.stream().filter(Future::isDone).count() < count) {
            Thread.sleep(10);
        }
    }

    private static Optional<String> resultOf(Future<Optional<String>> done) {
        try {
            return done.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
