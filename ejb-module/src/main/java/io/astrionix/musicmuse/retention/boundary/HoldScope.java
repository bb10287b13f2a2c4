package io.astrionix.musicmuse.retention.boundary;

/** What a hold is on. The names are stored. */
public enum HoldScope {
    /** One row. */
    RECORD,
    /** All rows with data of one category. */
    CATEGORY,
    /** All rows about one person. */
    PERSON
}
