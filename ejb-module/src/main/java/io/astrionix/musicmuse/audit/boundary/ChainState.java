package io.astrionix.musicmuse.audit.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * What a verification of the audit log said.
 *
 * @param head number of the last seal it saw
 * @param entries how many entries it compared with their seals
 * @param damage the first damage, a name of the chain's own list; empty if the log is whole
 * @param damagedAt number of the seal where it is; 0 where it has none
 */
public record ChainState(Instant verifiedAt, long head, long entries, Optional<String> damage, long damagedAt) {

    public boolean isWhole() {
        return damage.isEmpty();
    }
}
