package io.astrionix.musicmuse.retention.boundary;

/** Where a run stands. The names are stored. */
public enum RunState {
    REQUESTED,
    RUNNING,
    DONE,
    /** Rows were put aside, or a rule was stopped. */
    EXCEPTIONS,
    /** Clocks that are apart: nothing was deleted. */
    REFUSED,
    FAILED
}
