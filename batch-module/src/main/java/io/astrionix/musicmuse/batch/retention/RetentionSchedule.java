package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
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
import java.time.Duration;

/**
 * Asks for a run of the retention engine shortly after each start and every hour, and takes up whatever run waits: asked
 * for by this schedule, the console or the command line, or interrupted by a crash on this server or another.
 */
@Startup
@Singleton
@PermitAll
@DependsOn("ejb-module.jar#" + DatabaseMigration.NAME)
@TransactionManagement(TransactionManagementType.BEAN) // jobs open their own transactions
public class RetentionSchedule {

    /** Until the rest of the application has started. */
    private static final Duration AFTER_START = Duration.ofSeconds(5);

    @Resource
    private TimerService timers;

    private RetentionWork work;
    private RetentionJobs jobs;

    public RetentionSchedule() {} // required by the EJB proxy

    @Inject
    public RetentionSchedule(RetentionWork work, RetentionJobs jobs) {
        this.work = work;
        this.jobs = jobs;
    }

    @PostConstruct
    void start() {
        timers.createSingleActionTimer(AFTER_START.toMillis(), new TimerConfig(null, false));
    }

    /** Makes up for what came due while the server was down. */
    @Timeout
    void afterStart() {
        everyHour();
    }

    @Schedule(hour = "*", minute = RetentionWork.MINUTE, persistent = false)
    void everyHour() {
        work.askForScheduledRun();
        jobs.takeUp();
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void whatWaits() {
        jobs.takeUp();
    }
}
