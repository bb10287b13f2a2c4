package io.astrionix.musicmuse.support.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A report in the list of the desk. */
public record ReportRow(
        UUID id, String reference, ReportKind kind, String about, Instant dueAt, boolean closed, boolean overdue)
        implements Serializable {}
