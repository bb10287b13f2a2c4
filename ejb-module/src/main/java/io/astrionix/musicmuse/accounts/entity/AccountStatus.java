package io.astrionix.musicmuse.accounts.entity;

/** Where an account stands. The names are stored. */
public enum AccountStatus {
    /** Registered; the email is not verified yet. */
    UNVERIFIED,
    /** Verified, 13 to 17, waits for a guardian's consent; collects nothing more until then (R62). */
    PENDING_GUARDIAN,
    ACTIVE,
    /** Locked by an administrator or by a guardian who withdrew. */
    LOCKED
}
