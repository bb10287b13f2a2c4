package io.astrionix.musicmuse.accounts.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * What a minor sees who has to name a guardian.
 *
 * @param asked the address that was asked last
 * @param asksLeft how many mails can still be sent
 * @param due when the account goes
 */
public record GuardianQuestion(String name, Optional<String> asked, int asksLeft, Instant due) {}
