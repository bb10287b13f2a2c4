package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.retention.boundary.DueRow;
import io.astrionix.musicmuse.retention.boundary.DueSlice;
import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import io.astrionix.musicmuse.shared.WaitingPeople;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Cuts a range into slices of due rows by clock and key; each is one item, for the batch's frame costs as much for an item
 * as the database for deleting several rows. The last row read is the checkpoint, which only saves time.
 */
@Named
@Dependent
public class DueSliceReader extends AbstractItemReader {

    /** So long at most is a slice put off for somebody's request. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final RetentionWork work;
    private final WaitingPeople people;
    private final UUID range;
    private final int rows;
    private DueRow last;

    @Inject
    public DueSliceReader(
            RetentionWork work,
            WaitingPeople people,
            @BatchProperty(name = "range") String range,
            @BatchProperty(name = "rows") String rows) {
        this.work = work;
        this.people = people;
        this.range = UUID.fromString(range);
        this.rows = Integer.parseInt(rows);
    }

    @Override
    public void open(Serializable checkpoint) {
        last = (DueRow) checkpoint; // after a failed chunk the reader is opened again at the last one
    }

    /** @return null ends the partition */
    @Override
    public DueSlice readItem() {
        people.goFirst(PATIENCE);
        var next = work.next(range, Optional.ofNullable(last), rows);
        next.ifPresent(slice -> last = slice.last());
        return next.orElse(null);
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
