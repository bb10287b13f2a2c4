package io.astrionix.musicmuse.privacy.boundary;

import java.util.EnumSet;
import java.util.Set;

/** Where a request stands. The names are stored. */
public enum RequestState {
    RECEIVED,
    /** The link to the address on file waits for its owner. */
    IDENTITY,
    VERIFIED,
    /** A deletion that can still be called off. */
    COOL_OFF,
    RUNNING,
    /** Done here; somebody who works for us has not erased yet. */
    AWAITING_PROCESSOR,
    DONE,
    /** Done, but for what a law keeps. */
    PARTLY_KEPT,
    DENIED,
    CANCELLED;

    private static final Set<RequestState> OVER = EnumSet.of(DONE, PARTLY_KEPT, DENIED, CANCELLED);
    private static final Set<RequestState> BEFORE_WORK = EnumSet.of(RECEIVED, IDENTITY, VERIFIED, COOL_OFF);

    public boolean isOver() {
        return OVER.contains(this);
    }

    /** Whether its owner is not known yet. */
    public boolean isUnproved() {
        return this == RECEIVED || this == IDENTITY;
    }

    /** Nothing was done yet that could not be undone. */
    public boolean canBeCancelled() {
        return BEFORE_WORK.contains(this);
    }

    boolean leadsTo(RequestState next) {
        return switch (this) {
            case RECEIVED -> next == IDENTITY || next == VERIFIED || next == DENIED || next == CANCELLED;
            case IDENTITY -> next == VERIFIED || next == DENIED || next == CANCELLED;
            case VERIFIED -> next == COOL_OFF || next == RUNNING || next == DENIED || next == CANCELLED;
            case COOL_OFF -> next == RUNNING || next == DENIED || next == CANCELLED;
            case RUNNING -> next == AWAITING_PROCESSOR || next == DONE || next == PARTLY_KEPT || next == DENIED;
            case AWAITING_PROCESSOR -> next == DONE || next == PARTLY_KEPT;
            case DONE, PARTLY_KEPT, DENIED, CANCELLED -> false;
        };
    }

    /** @throws IllegalStateException if there is no such way */
    public RequestState to(RequestState next) {
        if (!leadsTo(next)) {
            throw new IllegalStateException(this + " does not lead to " + next);
        }
        return next;
    }
}
