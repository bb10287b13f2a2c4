package io.astrionix.musicmuse.privacy.boundary;

/**
 * How many records of a kind are stored about somebody.
 *
 * @param kind the entity's name, such as PracticeSession
 */
public record StoredRecords(String kind, int count) {}
