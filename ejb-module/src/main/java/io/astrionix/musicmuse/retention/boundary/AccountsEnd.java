package io.astrionix.musicmuse.retention.boundary;

import io.astrionix.musicmuse.datamap.RetentionRule;
import java.util.List;
import java.util.UUID;

/**
 * Ends accounts for the rules of retention.yml that say {@code through: ACCOUNTS}: with everything that the map says of
 * them. Implemented by the context that erases; called in the chunk's transaction, after {@link HeldRows#LOCK}.
 */
public interface AccountsEnd {

    /** @return those of the accounts that are gone now; one that is held, or was gone before, is not among them */
    List<UUID> end(RetentionRule rule, List<UUID> accounts);
}
