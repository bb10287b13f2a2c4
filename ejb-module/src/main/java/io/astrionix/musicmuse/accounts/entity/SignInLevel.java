package io.astrionix.musicmuse.accounts.entity;

/** How sure a sign-in is about who it is. The names are stored. */
public enum SignInLevel {
    PASSWORD,
    /** Password and code, or a passkey that checked its user. */
    SECOND_FACTOR
}
