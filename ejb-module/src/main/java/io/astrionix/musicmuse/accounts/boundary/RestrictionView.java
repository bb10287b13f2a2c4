package io.astrionix.musicmuse.accounts.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody's data may be processed.
 *
 * @param since when it was restricted; empty if it is not
 * @param ends when that ends; empty if it is to last
 */
public record RestrictionView(Optional<Instant> since, Optional<Instant> ends) {

    public static final RestrictionView NONE = new RestrictionView(Optional.empty(), Optional.empty());

    public boolean isRestricted() {
        return since.isPresent();
    }
}
