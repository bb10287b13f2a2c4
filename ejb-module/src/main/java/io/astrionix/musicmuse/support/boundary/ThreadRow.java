package io.astrionix.musicmuse.support.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A thread in the list of the desk.
 *
 * @param urgent comes before all others
 * @param overdue an answer is owed and late
 * @param assignedTo the colleague's name; empty where it is everybody's
 */
public record ThreadRow(
        UUID id,
        String reference,
        MessageCategory category,
        ThreadStatus status,
        boolean urgent,
        boolean overdue,
        String senderName,
        Instant dueAt,
        String assignedTo)
        implements Serializable {}
