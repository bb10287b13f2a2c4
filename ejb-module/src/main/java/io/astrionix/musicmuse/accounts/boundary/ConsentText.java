package io.astrionix.musicmuse.accounts.boundary;

/** The words a guardian consents to (texts {@code consent.*} of the pages). */
public final class ConsentText {

    /** Changes with the words: a test holds the two together. */
    public static final String VERSION = "2026-11-22";

    private ConsentText() {}
}
