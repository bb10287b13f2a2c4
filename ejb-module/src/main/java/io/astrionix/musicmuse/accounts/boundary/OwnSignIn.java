package io.astrionix.musicmuse.accounts.boundary;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One of somebody's open sign-ins, as shown to them.
 *
 * @param device browser and system in words; empty where unknown
 * @param current whether it is the one that asks
 */
public record OwnSignIn(
        UUID id, String device, Optional<String> address, Instant createdAt, Instant lastSeenAt, boolean current) {}
