package io.astrionix.musicmuse.accounts.control;

/** Where a password comes from: failures of strangers do not shut out the owner. The names are part of stored hashes. */
public enum Lane {
    /** A browser that this account has signed in from. */
    KNOWN_DEVICE,
    UNKNOWN_DEVICE
}
