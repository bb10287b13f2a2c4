package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.retention.boundary.DueRow;
import io.astrionix.musicmuse.retention.boundary.RetentionWork;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/** Pages through the due rows of a range by clock and key; the last row read is the checkpoint, which only saves time. */
@Named
@Dependent
public class DueRowReader extends AbstractItemReader {

    private static final int PAGE = 1_000;

    private final RetentionWork work;
    private final UUID range;
    private final Deque<DueRow> page = new ArrayDeque<>();
    private DueRow last;

    @Inject
    public DueRowReader(RetentionWork work, @BatchProperty(name = "range") String range) {
        this.work = work;
        this.range = UUID.fromString(range);
    }

    @Override
    public void open(Serializable checkpoint) {
        page.clear(); // after a failed chunk the reader is opened again at the last checkpoint
        last = (DueRow) checkpoint;
    }

    @Override
    public DueRow readItem() {
        if (page.isEmpty()) {
            page.addAll(work.next(range, Optional.ofNullable(last), PAGE));
        }
        var next = page.poll();
        if (next != null) {
            last = next;
        }
        return next; // null ends the partition
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
