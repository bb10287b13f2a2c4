package io.astrionix.musicmuse.accounts.boundary;

import java.time.Instant;
import java.util.UUID;

/** A browser that the caller's account has signed in from; {@code device} is empty where unknown. */
public record OwnDevice(UUID id, String device, Instant lastSeenAt) {}
