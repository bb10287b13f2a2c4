package io.astrionix.musicmuse.accounts.boundary;

/** Light or dark pages. The names are stored. */
public enum PageLook {
    /** As the browser asks for it. */
    BROWSER,
    LIGHT,
    DARK
}
