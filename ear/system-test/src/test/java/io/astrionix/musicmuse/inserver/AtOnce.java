package io.astrionix.musicmuse.inserver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Does the same from several threads, as close to the same moment as possible. */
final class AtOnce {

    static final int THREADS = 8;
    private static final int PATIENCE_SECONDS = 60;

    private AtOnce() {}

    /** @return what came of each */
    static <T> List<T> call(Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(THREADS);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            var running = IntStream.range(0, THREADS)
                    .mapToObj(i -> pool.submit(() -> {
                        barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        return work.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
