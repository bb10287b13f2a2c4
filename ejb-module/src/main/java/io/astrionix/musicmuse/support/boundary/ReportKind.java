package io.astrionix.musicmuse.support.boundary;

/** What a report of abuse is about. The names are stored. */
public enum ReportKind {
    /** Somebody who insults, threatens or pesters others. */
    PERSON,
    /** A name, a picture or a text. */
    CONTENT,
    /** Somebody may be in danger. */
    SAFETY,
    /** Cheating, or an account that pretends to be somebody else. */
    FRAUD,
    OTHER
}
