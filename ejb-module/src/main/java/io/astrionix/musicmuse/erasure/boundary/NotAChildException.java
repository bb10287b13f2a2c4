package io.astrionix.musicmuse.erasure.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/**
 * An account that cannot be erased as that of a child: there is none, it is the caller's own, somebody's of the staff or a
 * guardian's, or a guardian has agreed.
 */
public class NotAChildException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NotAChildException(Reason reason) {
        super(reason.key, "Not the account of a child: " + reason);
    }

    /** Why not. */
    public enum Reason {
        NOBODY("child.nobody"),
        STAFF("child.staff"),
        GUARDIAN("child.guardian"),
        AGREED("child.agreed");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }
}
