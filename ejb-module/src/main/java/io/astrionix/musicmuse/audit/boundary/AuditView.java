package io.astrionix.musicmuse.audit.boundary;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One event, to be shown.
 *
 * @param seq number of its seal; empty while it waits for one
 * @param actor account id, or the pseudonym of an erased account; empty where nobody was signed in
 * @param objectId as written; of an account its id, or the pseudonym if it is erased
 * @param personal personal values that are still there, by name
 * @param details a JSON object
 */
public record AuditView(
        UUID id,
        Optional<Long> seq,
        Instant occurredAt,
        String action,
        String outcome,
        String actor,
        String objectType,
        String objectId,
        Map<String, String> personal,
        String details) {

    /** Empty while it waits for its seal. */
    public String seqText() {
        return seq.map(String::valueOf).orElse("");
    }

    /** All personal values in one line. */
    public String personalText() {
        return personal.entrySet().stream()
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    public String address() {
        return personal.getOrDefault("address", "");
    }
}
