package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * An account as administrators see it.
 *
 * @param displayName the email where the profile is hidden (R55)
 * @param status its name, such as ACTIVE; RESTRICTED where an open account's data may not be processed, LEAVING where its
 *     owner has asked to be erased
 */
public record AccountRow(
        AccountId id, String email, String displayName, List<Role> roles, String status, Instant createdAt)
        implements Serializable {

    private static final String RESTRICTED = "RESTRICTED";
    private static final String LEAVING = "LEAVING";

    static AccountRow of(Account account) {
        boolean hidden = account.use().isHidden();
        return new AccountRow(
                account.id(),
                account.email(),
                hidden ? account.email() : account.displayName(),
                account.roles().stream().sorted().toList(),
                status(account),
                account.createdAt());
    }

    private static String status(Account account) {
        if (!account.maySignIn()) {
            return account.status().name();
        }
        if (account.use().isHidden()) {
            return LEAVING;
        }
        return account.use().restriction().isRestricted()
                ? RESTRICTED
                : account.status().name();
    }

    public AccountRow {
        roles = List.copyOf(roles);
    }

    public boolean isLocked() {
        return "LOCKED".equals(status);
    }
}
