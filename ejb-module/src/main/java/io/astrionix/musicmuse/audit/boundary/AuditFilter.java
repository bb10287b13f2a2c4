package io.astrionix.musicmuse.audit.boundary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/**
 * Which events are asked for; what is empty does not narrow.
 *
 * @param from at this moment or later
 * @param until before this moment
 * @param actor id of an account, or a pseudonym as the log shows it
 * @param object id of a thing or of an account, or a pseudonym
 */
public record AuditFilter(
        @NotNull Optional<Instant> from,
        @NotNull Optional<Instant> until,
        @NotNull Optional<AuditAction> action,
        @NotNull Optional<AuditEvent.Outcome> outcome,

        @NotNull @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*")
        String actor,

        @NotNull @Size(max = 100) @Pattern(regexp = "\\P{Cntrl}*")
        String object) {

    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", "");
}
