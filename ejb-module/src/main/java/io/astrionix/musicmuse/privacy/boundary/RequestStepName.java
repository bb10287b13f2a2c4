package io.astrionix.musicmuse.privacy.boundary;

/** One step of answering a request. The names are stored. */
public enum RequestStepName {
    /** A file with everything is made. */
    EXPORT,
    /** Sign-ins end, nobody is shown the profile. */
    HIDE,
    ERASE,
    /** Somebody at the desk decides. */
    DESK,
    /** Nothing is sold, so there is nothing to opt out of. */
    NOTHING_SOLD
}
