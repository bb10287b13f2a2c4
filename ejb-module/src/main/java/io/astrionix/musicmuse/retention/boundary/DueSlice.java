package io.astrionix.musicmuse.retention.boundary;

import java.util.Optional;

/**
 * The rows that one transaction goes through, by clock and key.
 *
 * @param after the row before the first; empty at the begin of a range
 * @param last belongs to it
 */
public record DueSlice(Optional<DueRow> after, DueRow last) {}
