package io.astrionix.musicmuse.retention.boundary;

/** What a run does. The names are stored. */
public enum RunKind {
    /** Deletes. */
    PURGE,
    /** Only counts what it would delete. */
    DRY
}
