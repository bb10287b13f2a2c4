package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A hold as its page shows it.
 *
 * @param on what it is on: table and key, a category's name, or an account's id
 */
public record HoldView(
        UUID id,
        HoldKind kind,
        HoldScope scope,
        String on,
        String reason,
        AccountId owner,
        LocalDate reviewOn,
        AccountId placedBy,
        Instant placedAt,
        Optional<AccountId> releaseAskedBy,
        Optional<Instant> releasedAt) {}
