package io.astrionix.musicmuse.web.practice.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {

    @Test
    void tasks_run_one_after_the_other_in_order_on_many_threads() throws InterruptedException {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var serial = new SerialExecutor(threads);
            List<Integer> seen = new ArrayList<>(); // not synchronised on purpose: only one task may run at a time
            var done = new CountDownLatch(1);
            for (int i = 0; i < 5_000; i++) {
                int number = i;
                serial.execute(() -> seen.add(number));
            }
            serial.execute(done::countDown);

            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).hasSize(5_000).isSorted();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void it_gives_its_thread_back_after_a_few_tasks() {
        var turns = new ArrayDeque<Runnable>();
        var serial = new SerialExecutor(turns::add);
        var ran = new ArrayList<Integer>();
        for (int i = 0; i < 25; i++) {
            int number = i;
            serial.execute(() -> ran.add(number));
        }

        turns.remove().run();

        assertThat(ran).hasSizeLessThan(25);
        assertThat(turns).hasSize(1);
        while (!turns.isEmpty()) {
            turns.remove().run();
        }
        assertThat(ran).hasSize(25);
    }
}
