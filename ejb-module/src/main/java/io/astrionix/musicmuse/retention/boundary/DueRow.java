package io.astrionix.musicmuse.retention.boundary;

import java.io.Serializable;
import java.time.Instant;

/**
 * A row that is due, and so how far a thread of a run has come: it goes by the clock, then by the key.
 *
 * @param key its key as text
 */
public record DueRow(String key, Instant clock) implements Serializable {}
