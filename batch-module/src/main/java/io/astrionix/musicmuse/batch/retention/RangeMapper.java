package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Properties;
import java.util.UUID;

/** One partition for each range of the run's plan: the same ones, in the same order, when the run is taken up again. */
@Named
@Dependent
public class RangeMapper implements PartitionMapper {

    /** Two, so that a school's small server has something left for its pupils. */
    private static final int THREADS = 2;

    private final RetentionWork work;
    private final UUID run;

    @Inject
    public RangeMapper(RetentionWork work, @BatchProperty(name = "run") String run) {
        this.work = work;
        this.run = UUID.fromString(run);
    }

    @Override
    public PartitionPlan mapPartitions() {
        var partitions = work.ranges(run).stream().map(RangeMapper::properties).toArray(Properties[]::new);
        var plan = new PartitionPlanImpl();
        plan.setPartitions(partitions.length);
        plan.setThreads(Math.min(THREADS, partitions.length));
        plan.setPartitionProperties(partitions);
        return plan;
    }

    private static Properties properties(UUID range) {
        var properties = new Properties();
        properties.setProperty("range", range.toString());
        return properties;
    }
}
