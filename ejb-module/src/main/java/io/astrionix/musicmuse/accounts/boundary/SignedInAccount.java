package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import java.io.Serializable;
import java.util.Set;

/** An account whose password has just been checked. */
public record SignedInAccount(AccountId id, String displayName, Set<Role> roles) implements Serializable {

    public SignedInAccount {
        roles = Set.copyOf(roles);
    }
}
