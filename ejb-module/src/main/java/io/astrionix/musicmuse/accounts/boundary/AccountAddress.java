package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.util.Locale;
import java.util.Optional;

/**
 * Where somebody is written to.
 *
 * @param guardian of a minor; empty for adults, and for minors without a guardian
 */
public record AccountAddress(
        AccountId account, String email, String name, Locale language, Optional<AccountAddress> guardian) {}
