package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.practice.control.PracticeSessionRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The retention job's door: sessions that were begun and never finished. Open to all roles because a job has none; only
 * batch-module may import it (held by the architecture test).
 */
@Stateless
@PermitAll
public class AbandonedSessions {

    private PracticeSessionRepository sessions;

    public AbandonedSessions() {} // required by the EJB proxy

    @Inject
    public AbandonedSessions(PracticeSessionRepository sessions) {
        this.sessions = sessions;
    }

    /** Ids of open sessions begun before {@code cutoff}, in the order of the ids, after {@code last}. */
    public List<UUID> begunBefore(Instant cutoff, UUID last, int limit) {
        return sessions.openBefore(cutoff, last, limit);
    }

    /** Deletes those of the given sessions that are still open. */
    public int delete(List<UUID> abandoned) {
        return sessions.deleteOpen(abandoned);
    }
}
