package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Looks whether everything that was due is gone. */
@Named
@Dependent
public class VerifyRun extends AbstractBatchlet {

    private final RetentionWork work;
    private final UUID run;

    @Inject
    public VerifyRun(RetentionWork work, @BatchProperty(name = "run") String run) {
        this.work = work;
        this.run = UUID.fromString(run);
    }

    @Override
    public String process() {
        work.verify(run);
        return "VERIFIED";
    }
}
