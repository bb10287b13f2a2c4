package io.astrionix.musicmuse.privacy.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request, to be shown.
 *
 * @param person the address on file while the request is open; empty afterwards
 * @param note what the person wrote; empty afterwards
 * @param acknowledgeBy when the receipt must have been confirmed at the latest (R77)
 * @param stepsDone of {@code steps}
 * @param answer why it was denied, or ids of the rules by which something is kept, separated by spaces
 */
public record RequestView(
        UUID id,
        RequestKind kind,
        RequestChannel channel,
        RequestState state,
        String person,
        String note,
        Instant receivedAt,
        Optional<Instant> acknowledgedAt,
        Instant acknowledgeBy,
        Optional<Instant> verifiedAt,
        Optional<Instant> coolOffUntil,
        Instant dueAt,
        Optional<RequestAlarm> alarm,
        Optional<Instant> breachedAt,
        Optional<Instant> closedAt,
        String answer,
        List<RequestStepName> steps,
        int stepsDone) {

    public boolean isOpen() {
        return !state.isOver();
    }

    public boolean canBeCancelled() {
        return state.canBeCancelled();
    }

    /** Whether somebody at the desk has to answer it. */
    public boolean isForDesk() {
        return state == RequestState.RUNNING && steps.contains(RequestStepName.DESK);
    }
}
