package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.shared.DatabaseMigration;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;

/**
 * Runs the job {@code abandoned-session-purge} shortly after each start and every hour, and is the one place that answers
 * for its runs.
 *
 * <p>Each run is a fresh one, right by what it looks for alone. What the batch repository says of earlier runs is never
 * asked: one that a crash ended never ends there. Nor does a run wait for another: of two at once each row is deleted by
 * one, and the other finds it gone.
 */
@Startup
@Singleton
@PermitAll
@DependsOn("ejb-module.jar#" + DatabaseMigration.NAME)
@TransactionManagement(TransactionManagementType.BEAN) // the job opens its own transactions
public class AbandonedSessionSchedule {

    static final String JOB = "abandoned-session-purge";

    /** Until the rest of the application has started. */
    private static final Duration AFTER_START = Duration.ofSeconds(5);

    @Resource
    private TimerService timers;

    private Settings settings;
    private Clock clock;

    public AbandonedSessionSchedule() {} // required by the EJB proxy

    @Inject
    public AbandonedSessionSchedule(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        timers.createSingleActionTimer(AFTER_START.toMillis(), new TimerConfig(null, false));
    }

    /** Takes up what a crash interrupted, and makes up for what came due while the server was down. */
    @Timeout
    void afterStart() {
        run();
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void everyHour() {
        run();
    }

    /** @return the id of the execution that was started */
    public long run() {
        var parameters = new Properties();
        parameters.setProperty(
                "cutoff",
                clock.instant()
                        .minus(settings.duration(Setting.ABANDONED_AFTER))
                        .toString());
        parameters.setProperty("chunk", Integer.toString(settings.count(Setting.ABANDONED_CHUNK)));
        return operator().start(JOB, parameters);
    }

    public BatchStatus status(long execution) {
        return operator().getJobExecution(execution).getBatchStatus();
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
