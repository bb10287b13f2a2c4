package io.astrionix.musicmuse.batch.requests;

import io.astrionix.musicmuse.privacy.boundary.DueRequests;
import io.astrionix.musicmuse.shared.DatabaseMigration;
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
import java.time.Duration;
import java.util.Properties;

/**
 * Runs the job {@code data-requests} shortly after each start and every hour, and within seconds where somebody waits for
 * a file. Each run is a fresh one, right by what it finds; two at once share the requests, since each takes what it works
 * on.
 */
@Startup
@Singleton
@PermitAll
@DependsOn("ejb-module.jar#" + DatabaseMigration.NAME)
@TransactionManagement(TransactionManagementType.BEAN) // the job opens its own transactions
public class RequestSchedule {

    static final String JOB = "data-requests";

    /** Until the rest of the application has started. */
    private static final Duration AFTER_START = Duration.ofSeconds(10);

    @Resource
    private TimerService timers;

    private DueRequests requests;

    public RequestSchedule() {} // required by the EJB proxy

    @Inject
    public RequestSchedule(DueRequests requests) {
        this.requests = requests;
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

    @Schedule(hour = "*", minute = "29", persistent = false)
    void everyHour() {
        run();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void whileSomebodyWaits() {
        if (requests.isAnyoneWaiting()) {
            run();
        }
    }

    /** @return the id of the execution that was started */
    public long run() {
        return operator().start(JOB, new Properties());
    }

    public BatchStatus status(long execution) {
        return operator().getJobExecution(execution).getBatchStatus();
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
