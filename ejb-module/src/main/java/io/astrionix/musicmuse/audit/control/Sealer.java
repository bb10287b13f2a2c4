package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.audit.control.chain.Head;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Seals what was written, each second or when a hundred entries wait, so that nobody who signs in waits for the chain.
 * Each node has one; the database lets one work at a time. Says so in the log, as an alarm, when entries wait too long or
 * when the end of the chain is gone.
 */
@Startup
@Singleton
@PermitAll
@DependsOn(DatabaseMigration.NAME)
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // one task with pauses between its runs
public class Sealer {

    private static final Logger LOG = System.getLogger(Sealer.class.getName());

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final int ENOUGH = 100;
    private static final int MOST_AT_ONCE = 2_000;
    private static final Duration BETWEEN_ANCHORS = Duration.ofMinutes(10);
    private static final Duration BETWEEN_ALARMS = Duration.ofMinutes(1);

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    @Inject
    private ChainDatabase chain;

    @Inject
    private WrittenEvents written;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private ScheduledFuture<?> task;
    private long lastRound = System.nanoTime() - LONGEST_PAUSE.toNanos();
    private Head known;
    private Head anchored;
    private Instant anchoredAt = Instant.EPOCH;
    private Instant alarmedAt = Instant.EPOCH;

    @PostConstruct
    void start() {
        task = executor.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        task.cancel(false);
    }

    private void look() {
        boolean due = System.nanoTime() - lastRound >= LONGEST_PAUSE.toNanos();
        if (!due && written.waiting() < ENOUGH) {
            return;
        }
        lastRound = System.nanoTime();
        try {
            round();
        } catch (RuntimeException failed) {
            // Ends no later round: the entries wait in the database. A failure that lasts becomes an alarm.
            alarm("The audit log could not be sealed: " + failed.getMessage());
        }
    }

    private void round() {
        written.takeWaiting();
        watchEnd();
        boolean monthClosed = chain.closeMonth();
        int sealed;
        do {
            sealed = chain.seal(MOST_AT_ONCE).orElse(0);
        } while (sealed == MOST_AT_ONCE);
        known = chain.head();
        anchor(monthClosed);
        watchWaiting();
    }

    /** What this node saw at the end of the chain must still be there: nobody may cut it off while it runs. */
    private void watchEnd() {
        if (known != null && known.seq() > 0 && !chain.has(known)) {
            alarm("The end of the audit log is gone: seal " + known.seq() + " was there a moment ago.");
        }
    }

    private void anchor(boolean monthClosed) {
        var now = clock.instant();
        boolean due = !now.isBefore(anchoredAt.plus(BETWEEN_ANCHORS)) || monthClosed;
        if (due && known.seq() > 0 && !known.equals(anchored)) {
            chain.anchor(known, now);
            anchored = known;
            anchoredAt = now;
        }
    }

    private void watchWaiting() {
        var limit = settings.duration(Setting.AUDIT_SEAL_ALARM);
        chain.oldestWaiting()
                .filter(since -> since.isBefore(clock.instant().minus(limit)))
                .ifPresent(since -> alarm("An audit entry has waited for its seal since " + since + "."));
    }

    private void alarm(String message) {
        var now = clock.instant();
        if (!now.isBefore(alarmedAt.plus(BETWEEN_ALARMS))) {
            alarmedAt = now;
            LOG.log(Level.ERROR, "MUSICMUSE-ALARM {0}", message);
        }
    }
}
