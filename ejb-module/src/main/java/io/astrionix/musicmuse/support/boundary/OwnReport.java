package io.astrionix.musicmuse.support.boundary;

import java.io.Serializable;
import java.time.Instant;

/** A report as its reporter sees it: what became of somebody else is not theirs to know. */
public record OwnReport(String reference, ReportKind kind, String about, Instant reportedAt, boolean closed)
        implements Serializable {}
