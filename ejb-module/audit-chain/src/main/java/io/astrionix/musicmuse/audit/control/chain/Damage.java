package io.astrionix.musicmuse.audit.control.chain;

/** What a verification found to be wrong. */
public enum Damage {
    /** A seal that must be there is not. */
    SEAL_MISSING,
    /** A seal does not follow from the one before. */
    SEAL_FORGED,
    /** An entry is not what was sealed. */
    ENTRY_CHANGED,
    /** A sealed entry is gone, less than a year old. */
    ENTRY_MISSING,
    /** An entry is there that no sealer will ever meet. */
    ENTRY_ADDED,
    /** A personal value is not the one its entry stands for. */
    VALUE_CHANGED,
    /** A pseudonym does not stand for the account it is said to. */
    SUBJECT_CHANGED,
    /** The header of a month is not genuine or not where it belongs. */
    SEGMENT_FORGED,
    /** The anchor file knows seals that are not there. */
    CHAIN_CUT,
    /** The anchor file knows another hash. */
    ANCHOR_DIFFERS,
    /** The keys file does not have the key a seal was made with. */
    KEY_UNKNOWN
}
