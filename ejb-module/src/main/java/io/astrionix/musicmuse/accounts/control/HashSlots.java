package io.astrionix.musicmuse.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * At most as many password hashes at once as there are cores (ASVS 15.1.3), of which one is kept for people on devices
 * we know: a flood of strangers slows down strangers. Who finds no place waits a moment; who finds no place to wait, or
 * waits too long, is told to try again.
 */
@ApplicationScoped
public class HashSlots {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LEAST = 2;
    private static final int WAITING_PER_SLOT = 8;

    private final Semaphore all;
    private final Semaphore strangers;
    private final Semaphore queue;

    public HashSlots() {
        this(Runtime.getRuntime().availableProcessors());
    }

    HashSlots(int cores) {
        int slots = Math.max(LEAST, cores);
        all = new Semaphore(slots, true);
        strangers = new Semaphore(slots - 1, true);
        queue = new Semaphore(slots * WAITING_PER_SLOT, true);
    }

    /**
     * Runs the work in a slot of its own.
     *
     * @param stranger whether the work is for a device we do not know
     * @return what the work gave; empty if there was no slot in time, and the work was not done
     */
    public <T> Optional<T> run(boolean stranger, Supplier<T> work) {
        if (stranger && !queue.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return stranger
                    ? in(strangers, () -> in(all, () -> Optional.of(work.get())))
                    : in(all, () -> Optional.of(work.get()));
        } finally {
            if (stranger) {
                queue.release();
            }
        }
    }

    private static <T> Optional<T> in(Semaphore slots, Supplier<Optional<T>> work) {
        try {
            if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
