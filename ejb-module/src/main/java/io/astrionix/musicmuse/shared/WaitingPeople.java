package io.astrionix.musicmuse.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** How many requests of people this server works on; what nobody waits for lets them go first. */
@ApplicationScoped
public class WaitingPeople {

    private static final long LOOK_AGAIN_NANOS = 2_000_000;

    private final AtomicInteger requests = new AtomicInteger();

    public void comes() {
        requests.incrementAndGet();
    }

    public void goes() {
        requests.updateAndGet(count -> Math.max(0, count - 1));
    }

    public int count() {
        return requests.get();
    }

    /** Returns when nobody waits any more, or when the time is over: a server that is never idle has to go on too. */
    public void goFirst(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (requests.get() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
