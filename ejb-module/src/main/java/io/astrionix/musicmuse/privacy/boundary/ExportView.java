package io.astrionix.musicmuse.privacy.boundary;

import java.time.Instant;

/**
 * A file that can be downloaded.
 *
 * @param bytes about how large it is
 * @param until when it goes
 */
public record ExportView(long bytes, Instant madeAt, Instant until) {}
