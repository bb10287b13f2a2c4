package io.astrionix.musicmuse.legal.boundary;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.shared.AccountId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * @param exportedAt when data was handed over last; null: never
 * @param closedAt null while the case is open
 */
public record DisclosureCaseView(
        UUID id,
        AccountId subject,
        String authority,
        String instrument,
        Set<Category> scope,
        Instant openedAt,
        Instant exportedAt,
        Instant closedAt)
        implements Serializable {

    public boolean isOpen() {
        return closedAt == null;
    }
}
