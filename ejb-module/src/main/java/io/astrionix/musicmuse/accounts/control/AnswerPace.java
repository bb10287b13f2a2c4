package io.astrionix.musicmuse.accounts.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets every refusal take as long as checking a password usually does, whether one was checked or not. Waiting costs a
 * thread: only so many wait at once, the others are told that the server is busy.
 */
@ApplicationScoped
public class AnswerPace {

    private static final int MOST_WAITING = 16;

    /** Room for the database's part of an answer and for hashes slower than usual. */
    private static final double MARGIN = 1.25;

    /** How much the newest hash counts for what is usual. */
    private static final int INERTIA = 8;

    private final AtomicLong usualNanos = new AtomicLong(Duration.ofMillis(250).toNanos());
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /** A hash has taken so long. */
    void learn(long nanos) {
        usualNanos.updateAndGet(usual -> usual + (nanos - usual) / INERTIA);
    }

    /**
     * Returns when an answer to a request that began then is due; at once if that is over.
     *
     * @return whether it waited as long as it should; not, where too many wait already
     */
    public boolean await(long beganNanos) {
        long left = beganNanos + Math.round(usualNanos.get() * MARGIN) - System.nanoTime();
        if (left <= 0) {
            return true;
        }
        if (!waiting.tryAcquire()) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(left);
            return true;
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }
}
