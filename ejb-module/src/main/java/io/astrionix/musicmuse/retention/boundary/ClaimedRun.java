package io.astrionix.musicmuse.retention.boundary;

import java.util.OptionalLong;
import java.util.UUID;

/**
 * A run that this server has taken on.
 *
 * @param lastExecution of a run that a crash interrupted: its job's last execution, which may be restarted
 */
public record ClaimedRun(UUID id, OptionalLong lastExecution) {}
