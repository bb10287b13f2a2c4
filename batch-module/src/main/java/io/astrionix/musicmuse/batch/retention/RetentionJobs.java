package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.retention.boundary.ClaimedRun;
import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/**
 * Runs the job {@code retention}. A run that a crash interrupted is restarted where the server's own record of it allows
 * that, and begun anew under the same id where it does not (Jakarta Batch 2.1, 10.8; servers differ, docs/servers.md). Both
 * end in the same state: what a run deletes depends on the rows alone.
 */
@ApplicationScoped
public class RetentionJobs {

    static final String JOB = "retention";

    private static final Logger LOG = System.getLogger(RetentionJobs.class.getName());

    private static final Set<BatchStatus> GOING_ON =
            EnumSet.of(BatchStatus.STARTING, BatchStatus.STARTED, BatchStatus.STOPPING);

    private RetentionWork work;
    private Settings settings;
    private Optional<OwnRun> own = Optional.empty();

    public RetentionJobs() {} // required by the proxy

    @Inject
    public RetentionJobs(RetentionWork work, Settings settings) {
        this.work = work;
        this.settings = settings;
    }

    /** A run that this server does: says that it is alive as long as the job runs, whatever it is busy with. */
    private record OwnRun(UUID id, long execution) {}

    /** Starts the run that waits, if one does and no other goes on, here or on another server. */
    synchronized void takeUp() {
        own = own.filter(run ->
                GOING_ON.contains(operator().getJobExecution(run.execution()).getBatchStatus()));
        own = own.filter(run -> work.beat(run.id()));
        if (own.isEmpty()) {
            startWhatWaits();
        }
    }

    private void startWhatWaits() {
        own = work.claim().map(run -> new OwnRun(run.id(), execution(run)));
        own.ifPresent(run -> work.started(run.id(), run.execution()));
    }

    private long execution(ClaimedRun run) {
        var parameters = new Properties();
        parameters.setProperty("run", run.id().toString());
        parameters.setProperty("chunk", Integer.toString(settings.count(Setting.RETENTION_CHUNK)));
        if (run.lastExecution().isPresent()) {
            try {
                return operator().restart(run.lastExecution().getAsLong(), parameters);
            } catch (BatchRuntimeException notRestartable) {
                LOG.log(
                        Level.INFO,
                        "Retention run {0} is begun anew: {1}",
                        run.id(),
                        String.valueOf(notRestartable.getMessage()));
            }
        }
        return operator().start(JOB, parameters);
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
