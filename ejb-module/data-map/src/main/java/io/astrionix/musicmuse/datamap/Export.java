package io.astrionix.musicmuse.datamap;

/** What an export shows (A11). */
public enum Export {
    /** Nothing: technical, or secret. */
    NONE,
    /** That it is there and since when, never the value: credentials. */
    EXISTENCE,
    /** In the access folder. */
    ACCESS,
    /** In the access folder and in the portable one. */
    PORTABLE
}
