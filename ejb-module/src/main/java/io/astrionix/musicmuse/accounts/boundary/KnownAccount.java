package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody with an account, for other contexts.
 *
 * @param language of mails
 * @param roles what the account may do; of a caller, what the present sign-in may do
 */
public record KnownAccount(AccountId id, String email, String displayName, Locale language, Set<Role> roles) {

    public KnownAccount {
        roles = Set.copyOf(roles);
    }
}
