package io.astrionix.musicmuse.accounts.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an account has beside its password.
 *
 * @param needed whether a role of the account asks for a second factor
 * @param appSince since when there is an authenticator app
 * @param recoveryCodes how many are left
 */
public record SecondFactorView(
        boolean needed, Optional<Instant> appSince, int recoveryCodes, List<PasskeyView> passkeys) {

    public SecondFactorView {
        passkeys = List.copyOf(passkeys);
    }

    public boolean isSetUp() {
        return appSince.isPresent() || !passkeys.isEmpty();
    }

    /** One passkey, as its owner sees it. */
    public record PasskeyView(UUID id, String name, boolean synced, Instant createdAt, Optional<Instant> lastUsedAt) {}
}
