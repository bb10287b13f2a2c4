package io.astrionix.musicmuse.datamap;

/** What happens while processing is restricted (A9). */
public enum Restriction {
    AS_NORMAL,
    /** Stored, shown to its owner, used for nothing. */
    FREEZE,
    /** Not shown to others. */
    HIDE
}
