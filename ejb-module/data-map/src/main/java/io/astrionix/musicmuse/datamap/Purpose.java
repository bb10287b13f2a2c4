package io.astrionix.musicmuse.datamap;

/** What the data is needed for. */
public enum Purpose {
    /** Finding out who somebody is. */
    SIGN_IN,
    /** What the user asked for. */
    SERVICE,
    /** Scores and what follows from them. */
    PROGRESS,
    /** Writing to somebody. */
    CONTACT,
    /** Keeping others out, and seeing what happened. */
    SECURITY,
    /** Age limits and guardians. */
    CHILD_PROTECTION,
    /** A law asks for it. */
    LEGAL_DUTY,
    /** Recommendations. */
    PERSONALISE,
    /** Making the product better. */
    IMPROVE
}
