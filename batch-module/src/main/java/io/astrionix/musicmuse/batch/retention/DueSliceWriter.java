package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.retention.boundary.DueSlice;
import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Deletes a slice of due rows; the chunk's transaction is open already. */
@Named
@Dependent
public class DueSliceWriter extends AbstractItemWriter {

    private final RetentionWork work;
    private final UUID range;

    @Inject
    public DueSliceWriter(RetentionWork work, @BatchProperty(name = "range") String range) {
        this.work = work;
        this.range = UUID.fromString(range);
    }

    @Override
    public void writeItems(List<Object> slices) {
        slices.forEach(slice -> work.delete(range, (DueSlice) slice));
    }
}
