package io.astrionix.musicmuse.shared;

/** What a secret key of this installation is for. The names are those of the lines in the keys file. */
public enum KeyUse {
    /** Keyed hash before bcrypt: a stolen database alone gives no password to guess at. */
    PASSWORD_PEPPER,
    /** Chain of the audit log: who can write to the database cannot forge it. */
    AUDIT_CHAIN,
    /** Encrypts what the application must read again, such as seeds of authenticator apps. */
    SEAL,
    /** Signs cookies that name a known device. */
    DEVICE_COOKIE
}
