package io.astrionix.musicmuse.audit.control.chain;

import java.time.Instant;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * The fields of an audit entry that its seal covers: all of them.
 *
 * @param actor pseudonym of who did it, or null
 * @param commitments of the personal values: {@link Commitment#join}
 */
public record EntryFields(
        UUID id,
        Instant occurredAt,
        String action,
        String outcome,
        String actor,
        String objectType,
        String objectId,
        String details,
        String commitments) {

    String digest(SecretKey key) {
        return new Canonical("entry/1")
                .id(id)
                .time(occurredAt)
                .text(action)
                .text(outcome)
                .text(actor)
                .text(objectType)
                .text(objectId)
                .text(details)
                .text(commitments)
                .hmac(key);
    }
}
