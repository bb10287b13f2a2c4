package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Freezes what the run is to do. */
@Named
@Dependent
public class PlanRun extends AbstractBatchlet {

    /** Exit status of a plan with no rows to delete: a step without partitions is not asked of any server. */
    private static final String NOTHING = "NOTHING";

    private final RetentionWork work;
    private final UUID run;

    @Inject
    public PlanRun(RetentionWork work, @BatchProperty(name = "run") String run) {
        this.work = work;
        this.run = UUID.fromString(run);
    }

    @Override
    public String process() {
        return work.plan(run) ? "RANGES" : NOTHING;
    }
}
