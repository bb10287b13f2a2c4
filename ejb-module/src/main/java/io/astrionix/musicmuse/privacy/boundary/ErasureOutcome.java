package io.astrionix.musicmuse.privacy.boundary;

import java.util.List;

/**
 * What an erasure came to.
 *
 * @param kept ids of the rules of retention.yml by which something is kept; none where all is gone
 * @param pending whether somebody who works for us has not erased yet: ask again later
 */
public record ErasureOutcome(List<String> kept, boolean pending) {

    /** The rule by which rows stay that somebody holds. */
    public static final String HELD = "hold-24m";

    public ErasureOutcome {
        kept = List.copyOf(kept);
    }

    /** Whether something stays because somebody holds it. */
    public boolean isHeld() {
        return kept.contains(HELD);
    }
}
