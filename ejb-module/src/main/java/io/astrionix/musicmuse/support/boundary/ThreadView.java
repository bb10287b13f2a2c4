package io.astrionix.musicmuse.support.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A thread with its messages, the oldest first, as its sender sees it. */
public record ThreadView(
        UUID id,
        String reference,
        MessageCategory category,
        ThreadStatus status,
        Instant openedAt,
        Instant lastMessageAt,
        List<MessageView> messages)
        implements Serializable {

    public ThreadView {
        messages = List.copyOf(messages);
    }
}
