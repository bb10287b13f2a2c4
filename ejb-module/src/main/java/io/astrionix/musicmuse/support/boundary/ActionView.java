package io.astrionix.musicmuse.support.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.io.Serializable;
import java.time.Instant;

/**
 * Something that was done about a report.
 *
 * @param actorName empty where that account is gone
 */
public record ActionView(EnforcementAction action, AccountId actor, String actorName, String reason, Instant takenAt)
        implements Serializable {

    public ActionView by(String name) {
        return new ActionView(action, actor, name, reason, takenAt);
    }
}
