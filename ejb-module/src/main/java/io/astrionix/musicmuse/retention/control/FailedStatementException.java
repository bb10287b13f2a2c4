package io.astrionix.musicmuse.retention.control;

import java.sql.SQLException;

/** The database refused a statement. */
class FailedStatementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String state;

    FailedStatementException(SQLException cause) {
        super(cause);
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Whether it is the row's own fault: a constraint or a trigger, not a deadlock or a lost connection. */
    boolean isTheRows() {
        return state.startsWith("23") || state.startsWith("22") || state.startsWith("P0");
    }
}
