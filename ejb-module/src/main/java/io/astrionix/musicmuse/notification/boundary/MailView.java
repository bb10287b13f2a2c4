package io.astrionix.musicmuse.notification.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail in the outbox, without what it says.
 *
 * @param nextTryAt null where it is not tried again
 * @param lastError what the mail server said last; null where nothing went wrong
 * @param sentAt null where it is not sent
 */
public record MailView(
        UUID id,
        MailTemplate template,
        String recipient,
        MailState state,
        int attempts,
        Instant queuedAt,
        Instant nextTryAt,
        Instant sentAt,
        String lastError)
        implements Serializable {}
