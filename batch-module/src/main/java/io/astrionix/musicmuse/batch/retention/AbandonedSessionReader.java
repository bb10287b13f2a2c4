package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.practice.boundary.AbandonedSessions;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** Pages through abandoned practice sessions by id; the last id read is the checkpoint. */
@Named
@Dependent
public class AbandonedSessionReader extends AbstractItemReader {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 500;

    private final AbandonedSessions sessions;
    private final Instant cutoff;
    private final Deque<UUID> page = new ArrayDeque<>();
    private UUID last = FIRST;

    /** @param cutoff ISO-8601 instant: sessions begun before it count as abandoned */
    @Inject
    public AbandonedSessionReader(AbandonedSessions sessions, @BatchProperty(name = "cutoff") String cutoff) {
        this.sessions = sessions;
        this.cutoff = Instant.parse(cutoff);
    }

    @Override
    public void open(Serializable checkpoint) {
        page.clear(); // after a failed chunk the reader is opened again at the last checkpoint
        last = checkpoint == null ? FIRST : (UUID) checkpoint;
    }

    @Override
    public UUID readItem() {
        if (page.isEmpty()) {
            page.addAll(sessions.begunBefore(cutoff, last, PAGE));
        }
        var next = page.poll();
        if (next != null) {
            last = next;
        }
        return next; // null ends the step
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
