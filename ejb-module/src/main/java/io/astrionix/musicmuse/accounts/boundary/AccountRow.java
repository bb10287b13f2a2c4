package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An account as administrators see it.
 *
 * @param status its name, such as ACTIVE; RESTRICTED where an open account's data may not be processed
 */
public record AccountRow(
        AccountId id, String email, String displayName, List<Role> roles, String status, Instant createdAt)
        implements Serializable {

    static final String RESTRICTED = "RESTRICTED";

    public AccountRow {
        roles = List.copyOf(roles);
    }

    public boolean isLocked() {
        return "LOCKED".equals(status);
    }
}
