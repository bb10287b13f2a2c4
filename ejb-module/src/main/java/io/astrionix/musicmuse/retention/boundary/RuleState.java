package io.astrionix.musicmuse.retention.boundary;

/** Where a rule stands. */
public enum RuleState {
    /** It has not run yet. */
    NEW,
    /** Everything that was due at its last run is gone. */
    DONE,
    /** Its last run left rows that the database does not let go, or did not come to. */
    EXCEPTIONS,
    /** It would have taken unusually many rows: somebody has to say that this is right. */
    STOPPED,
    /** Somebody has, and the next run goes on. */
    APPROVED,
    /** Switched off for the time being. */
    PAUSED
}
