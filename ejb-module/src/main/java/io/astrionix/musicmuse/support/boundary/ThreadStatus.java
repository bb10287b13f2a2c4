package io.astrionix.musicmuse.support.boundary;

/** Where a thread of messages stands (R23). The names are stored. */
public enum ThreadStatus {
    /** Waits for an answer. */
    OPEN,
    ANSWERED,
    /** Nothing more to do; a further message of the sender opens it again. */
    CLOSED
}
