package io.astrionix.musicmuse.datamap;

/** Where the data comes from (R19). */
public enum Source {
    /** The person typed it. */
    SELF,
    /** The person's school or studio. */
    ORG,
    /** The product itself. */
    AUTOMATIC,
    STRIPE
}
