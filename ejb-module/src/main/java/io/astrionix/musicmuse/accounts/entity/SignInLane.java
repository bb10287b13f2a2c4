package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.datamap.NotPersonal;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts wrong passwords of one account from known devices, or from unknown ones (security.md 2.3): {@value
 * #FAILURES_IN_WINDOW} in 15 minutes lock it for 1, 2, 4, 8, then 15 minutes; {@value #CONSECUTIVE_MOST} without a right
 * one between close it until somebody opens it. While it is locked nothing is tried, counted or prolonged.
 */
@Entity
@Table(name = "sign_in_lane")
@Cacheable(false)
@NotPersonal("counters under a keyed hash; strangers' addresses have them too, and are not kept")
public class SignInLane {

    public static final int FAILURES_IN_WINDOW = 10;

    /** SP 800-63B-4, 3.2.2. */
    public static final int CONSECUTIVE_MOST = 100;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final List<Duration> LOCKS =
            Stream.of(1, 2, 4, 8, 15).map(Duration::ofMinutes).toList();

    @Id
    private String id;

    /** Milliseconds since 1970 of the failures within the window, oldest first, with spaces between. */
    @Column(name = "recent_failures", nullable = false)
    private String recentFailures = "";

    @Column(nullable = false)
    private int consecutive;

    @Column(nullable = false)
    private int locks;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "last_failed_at", nullable = false)
    private Instant lastFailedAt;

    protected SignInLane() {} // JPA

    public SignInLane(String id) {
        this.id = id;
        this.lastFailedAt = Instant.EPOCH;
    }

    /** What comes of a try. */
    public enum Admission {
        /** Look at the password. */
        OPEN,
        /** Look at the password; if it is wrong, this was the last one for some minutes. */
        LAST_BEFORE_LOCK,
        /** Look at the password; if it is wrong, this was the last one until somebody opens the lane. */
        LAST_BEFORE_CLOSE,
        /** Do not look at the password. */
        SHUT;

        public boolean isOpen() {
            return this != SHUT;
        }
    }

    /**
     * Asks for a try and counts it as a failure beforehand, so that tries at the same time cannot all be the last one. A
     * right password takes the whole lane away.
     */
    public Admission admit(Instant now) {
        if (isShut(now)) {
            return Admission.SHUT;
        }
        lastFailedAt = now;
        consecutive++;
        var recent = Stream.concat(recent(now), Stream.of(now)).toList();
        if (consecutive >= CONSECUTIVE_MOST) {
            closedAt = now;
            return Admission.LAST_BEFORE_CLOSE;
        }
        if (recent.size() >= FAILURES_IN_WINDOW) {
            lockedUntil = now.plus(LOCKS.get(Math.min(locks, LOCKS.size() - 1)));
            locks++;
            recentFailures = "";
            return Admission.LAST_BEFORE_LOCK;
        }
        recentFailures = recent.stream()
                .map(failure -> Long.toString(failure.toEpochMilli()))
                .collect(Collectors.joining(" "));
        return Admission.OPEN;
    }

    /** Whether no password is looked at now. */
    boolean isShut(Instant now) {
        return isClosed() || (lockedUntil != null && now.isBefore(lockedUntil));
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    private Stream<Instant> recent(Instant now) {
        return Arrays.stream(recentFailures.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
                .filter(failure -> failure.plus(WINDOW).isAfter(now));
    }
}
