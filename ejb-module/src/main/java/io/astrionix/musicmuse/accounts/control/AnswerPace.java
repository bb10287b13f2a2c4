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

    /**
     * How long an answer waits after the hash, in usual hashes, while something is kept or not. Counted from the end of
     * the hash: a slow one must not use up the time that hides the difference.
     */
    private static final double KEEPING = 0.5;

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
        return awaitHashes(beganNanos, MARGIN);
    }

    /**
     * Returns when an answer is due to a request whose password was hashed then, and which has kept or not kept something
     * since; at once if that is over.
     *
     * @return whether it waited as long as it should; not, where too many wait already
     */
    public boolean awaitKeeping(long hashedNanos) {
        return awaitHashes(hashedNanos, KEEPING);
    }

    private boolean awaitHashes(long fromNanos, double hashes) {
        long left = fromNanos + Math.round(usualNanos.get() * hashes) - System.nanoTime();
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
