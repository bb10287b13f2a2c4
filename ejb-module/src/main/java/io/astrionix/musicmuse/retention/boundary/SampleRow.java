package io.astrionix.musicmuse.retention.boundary;

import java.io.Serializable;
import java.time.Instant;

/** A row that is due, by its key and its clock: nothing of what is in it. */
public record SampleRow(String table, String key, Instant clock) implements Serializable {}
