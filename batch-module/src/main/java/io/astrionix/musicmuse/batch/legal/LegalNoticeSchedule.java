package io.astrionix.musicmuse.batch.legal;

import io.astrionix.musicmuse.legal.boundary.LegalNoticeRun;
import io.astrionix.musicmuse.shared.DatabaseMigration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/**
 * Runs the job {@code legal-notice} for each version of which not everybody has been told, and again where a run failed or
 * a crash ended it.
 *
 * <p>Each run is a fresh one from the first account: who was told has a receipt, written in one transaction with the mail,
 * and is passed over (R82). What the batch repository says of runs before the last start is never asked. Two nodes may run
 * it at once.
 */
@Startup
@Singleton
@PermitAll
@DependsOn("ejb-module.jar#" + DatabaseMigration.NAME)
@TransactionManagement(TransactionManagementType.BEAN) // the job opens its own transactions
public class LegalNoticeSchedule {

    static final String JOB = "legal-notice";

    private static final Logger LOG = System.getLogger(LegalNoticeSchedule.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final String CHUNK = "50";
    private static final Set<BatchStatus> RUNNING = EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED);

    @Resource
    private TimerService timers;

    private LegalNoticeRun notices;

    /** The last run of this server for each version. */
    private final Map<UUID, Long> runs = new HashMap<>();

    public LegalNoticeSchedule() {} // required by the EJB proxy

    @Inject
    public LegalNoticeSchedule(LegalNoticeRun notices) {
        this.notices = notices;
    }

    @PostConstruct
    void start() {
        wakeLater();
    }

    @Timeout
    void awake() {
        try {
            runWaiting();
        } catch (RuntimeException trouble) { // such as a database that restarts: the next time may be better
            LOG.log(Level.WARNING, "Notices could not be begun: {0}", trouble.toString());
        } finally {
            wakeLater();
        }
    }

    /** Begins a run for each version that waits for one. */
    public void runWaiting() {
        var waiting = notices.waiting();
        runs.keySet().retainAll(waiting);
        waiting.stream().filter(version -> !isRunning(version)).forEach(version -> runs.put(version, run(version)));
    }

    private boolean isRunning(UUID version) {
        var run = runs.get(version);
        return run != null && RUNNING.contains(status(run));
    }

    /** @return the id of the execution that was started */
    public long run(UUID version) {
        var parameters = new Properties();
        parameters.setProperty("version", version.toString());
        parameters.setProperty("chunk", CHUNK);
        return operator().start(JOB, parameters);
    }

    public BatchStatus status(long execution) {
        return operator().getJobExecution(execution).getBatchStatus();
    }

    private void wakeLater() {
        timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
