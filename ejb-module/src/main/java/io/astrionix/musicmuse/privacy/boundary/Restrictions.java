package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.AccountId;

/**
 * Whose data is stored, shown to its owner and used for nothing (A9): asked before more of it is gathered. One bean, of the
 * context that knows accounts, implements it.
 */
public interface Restrictions {

    /** Not if there is no such account. */
    boolean isRestricted(AccountId account);

    /** @throws ProcessingRestrictedException if it is */
    default void requireNone(AccountId account) {
        if (isRestricted(account)) {
            throw new ProcessingRestrictedException();
        }
    }
}
