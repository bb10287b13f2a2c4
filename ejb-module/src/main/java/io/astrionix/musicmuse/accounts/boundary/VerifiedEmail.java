package io.astrionix.musicmuse.accounts.boundary;

import java.util.Optional;

/**
 * An email has just been verified.
 *
 * @param askGuardian token of the page on which a minor names a guardian; empty where the account is ready
 */
public record VerifiedEmail(Optional<String> askGuardian) {}
