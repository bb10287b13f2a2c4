package io.astrionix.musicmuse.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the job of this server still works. What the server itself says of a job is not enough: Payara's says for ever that
 * one goes on which has died of a lost database.
 */
@ApplicationScoped
public class JobPulse {

    /** Longer than any pause between two things that a job does. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final AtomicInteger working = new AtomicInteger();
    private volatile long last = System.nanoTime();

    /** A job begins. */
    public void begin() {
        last = System.nanoTime();
    }

    /** Does something of a job: as long as that takes, the job lives. */
    public Object during(Callable<Object> work) throws Exception {
        working.incrementAndGet();
        try {
            return work.call();
        } finally {
            last = System.nanoTime();
            working.decrementAndGet();
        }
    }

    public boolean isAlive() {
        return working.get() > 0 || System.nanoTime() - last < SILENCE.toNanos();
    }
}
