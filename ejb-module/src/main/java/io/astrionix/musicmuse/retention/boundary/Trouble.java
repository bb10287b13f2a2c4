package io.astrionix.musicmuse.retention.boundary;

import java.io.Serializable;
import java.time.Instant;

/**
 * Something that the operator has to look at.
 *
 * @param rule empty where it is about all
 * @param since null where that says nothing
 */
public record Trouble(Kind kind, String rule, Instant since) implements Serializable {

    /** What is wrong; named in the operator's mail too. */
    public enum Kind {
        /** A row is due for more than 24 hours. */
        OVERDUE,
        /** A rule waits for somebody's approval. */
        STOPPED,
        /** Rows were put aside. */
        EXCEPTIONS,
        /** A run failed or was refused within the last day. */
        RUN_FAILED,
        /** No run has ended for more than 36 hours. */
        SILENT
    }
}
