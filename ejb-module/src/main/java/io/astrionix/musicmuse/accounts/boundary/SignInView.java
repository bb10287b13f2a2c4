package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import java.io.Serializable;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/**
 * An open sign-in, as it is now.
 *
 * @param roles what it may do; without {@code secondFactorMissing} all roles of the account, else none
 * @param secondFactorMissing whether the account has a role that needs a second factor, and this sign-in has none
 * @param idle how long it lasts unused
 */
public record SignInView(
        UUID id, AccountId account, String displayName, Set<Role> roles, boolean secondFactorMissing, Duration idle)
        implements Serializable {

    public SignInView {
        roles = Set.copyOf(roles);
    }
}
