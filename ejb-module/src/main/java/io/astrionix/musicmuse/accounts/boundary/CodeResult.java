package io.astrionix.musicmuse.accounts.boundary;

/** What came of a code of an authenticator app or a recovery code. */
public enum CodeResult {
    RIGHT,
    WRONG,
    /** It was not looked at: too many tries in a short time. */
    TOO_MANY
}
