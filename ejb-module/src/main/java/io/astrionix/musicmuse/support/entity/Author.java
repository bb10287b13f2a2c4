package io.astrionix.musicmuse.support.entity;

/** Who wrote a message of a thread. The names are stored. */
public enum Author {
    SENDER,
    STAFF
}
