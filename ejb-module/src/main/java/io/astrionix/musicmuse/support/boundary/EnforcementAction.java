package io.astrionix.musicmuse.support.boundary;

/** What the staff does about a report (R25). The names are stored. */
public enum EnforcementAction {
    /** Something to remember; nobody is told. */
    NOTE,
    /** A mail to the owner of the account that the report is about. */
    WARNING,
    /** That account is locked. */
    LOCK,
    /** There is nothing in it. */
    DISMISSAL,
    /** Enough was done. */
    CLOSING;

    public boolean closes() {
        return this == DISMISSAL || this == CLOSING;
    }
}
