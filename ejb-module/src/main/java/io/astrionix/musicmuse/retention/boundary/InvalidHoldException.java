package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** A hold that cannot be placed or released like this; the key says why. */
public class InvalidHoldException extends BusinessException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** The data map has no such table, or the table no such row. */
        NO_SUCH_RECORD,
        /** Nobody has this account id. */
        NO_SUCH_PERSON,
        /** Neither today nor within twelve months. */
        REVIEW_DATE,
        /** It takes a second person to release a hold. */
        SAME_PERSON,
        /** Released already, or nobody has asked for its release. */
        NOT_OPEN
    }

    public InvalidHoldException(Reason reason) {
        super("retention.hold." + reason.name(), "hold: " + reason);
    }
}
