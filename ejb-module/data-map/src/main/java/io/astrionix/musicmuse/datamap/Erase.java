package io.astrionix.musicmuse.datamap;

/** What erasure does. */
public enum Erase {
    /** The row goes. */
    DELETE,
    /** The value goes, the row stays. */
    NULL,
    /** The value becomes a fixed text. */
    REPLACE,
    /** An id becomes one that leads to nobody. */
    PSEUDONYM,
    /** Goes into sums over at least ten people. */
    AGGREGATE,
    /** The file behind it goes. */
    FILE_DELETE,
    /** Somebody else is told to erase it. */
    PROCESSOR,
    /** Kept until its own rule ends it, on the ground the rule names. */
    RETAIN
}
