package io.astrionix.musicmuse.accounts.boundary;

import java.time.Instant;
import java.util.UUID;

/** A child as its guardian sees it. */
public record ChildView(
        UUID id,
        String name,
        String email,
        Instant since,
        Instant consentedAt,
        String textVersion,
        boolean aiDisclosure,
        boolean restricted) {}
