package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Ends the run with its signed report. */
@Named
@Dependent
public class SealRun extends AbstractBatchlet {

    private final RetentionWork work;
    private final UUID run;

    @Inject
    public SealRun(RetentionWork work, @BatchProperty(name = "run") String run) {
        this.work = work;
        this.run = UUID.fromString(run);
    }

    @Override
    public String process() {
        work.seal(run);
        return "SEALED";
    }
}
