package io.astrionix.musicmuse.batch.retention;

import io.astrionix.musicmuse.practice.boundary.AbandonedSessions;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Deletes abandoned practice sessions; the chunk's transaction is open already. */
@Named
@Dependent
public class AbandonedSessionWriter extends AbstractItemWriter {

    private final AbandonedSessions sessions;

    @Inject
    public AbandonedSessionWriter(AbandonedSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void writeItems(List<Object> ids) {
        sessions.delete(ids.stream().map(UUID.class::cast).toList());
    }
}
