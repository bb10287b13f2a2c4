package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.shared.BusinessException;

/** Something that cannot be done with a rule; the key says why. */
public class RetentionRequestException extends BusinessException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** The engine runs no such rule. */
        NO_SUCH_RULE,
        /** It is not paused. */
        NOT_PAUSED,
        /** It is paused already. */
        PAUSED,
        /** It is not stopped, or by now for another number of rows than was shown. */
        NOT_STOPPED,
        /** No row of it was put aside. */
        NOTHING_ASIDE
    }

    public RetentionRequestException(Reason reason) {
        super("retention.refused." + reason.name(), "retention: " + reason);
    }
}
