package io.astrionix.musicmuse.privacy.boundary;

/** How a request came. The names are stored. */
public enum RequestChannel {
    /** By its owner, signed in. */
    PROFILE,
    /** By the page for everybody. */
    FORM,
    /** By mail or letter, typed in at the desk. */
    DESK
}
