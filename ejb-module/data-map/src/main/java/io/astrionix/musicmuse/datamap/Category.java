package io.astrionix.musicmuse.datamap;

/** The kind of data, as the privacy policy counts them. */
public enum Category {
    /** Name, email, language, roles. */
    ACCOUNT,
    /** Password hash, second factors, passkeys. */
    CREDENTIALS,
    /** Instrument, bio, avatar, interests, level. */
    PROFILE,
    /** Age state, guardian, guardian's consent. */
    AGE,
    /** Scores and verdicts. */
    PRACTICE,
    /** Browser, system, audio device. */
    DEVICE,
    /** IP address. */
    NETWORK,
    /** Mails and messages. */
    COMMUNICATION,
    /** What somebody agreed to, and when. */
    CONSENT,
    /** Audit events, sign-ins, failures. */
    SECURITY_LOG,
    /** School or studio, and the role there. */
    ORGANIZATION,
    /** Stripe ids, brand, last four digits, ledger. */
    PAYMENT,
    /** Pages, lessons, features. */
    USAGE,
    /** Technical columns of a personal row: ids, versions, times. */
    OPERATION
}
