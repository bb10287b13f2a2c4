package io.astrionix.musicmuse.accounts.entity;

/** All that is kept of a birth date (A1), beside the month a minor turns 18. The names are stored. */
public enum AgeState {
    ADULT,
    /** 13 to 17. */
    MINOR
}
