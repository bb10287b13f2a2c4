package io.astrionix.musicmuse.retention.boundary;

/** Why something may not be deleted. The names are stored. */
public enum HoldKind {
    /** A court, an authority, a claim (A10). */
    LEGAL,
    /** The person asked for processing to be restricted: what is due waits (A9). */
    RESTRICTION
}
