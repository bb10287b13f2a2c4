package io.astrionix.musicmuse.audit.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the chain has come.
 *
 * @param head number of the last seal; 0 where there is none
 * @param sealedAt when it was made
 * @param waiting how many entries wait for a seal
 * @param late since when one has waited longer than it should; empty if none has
 */
public record SealState(long head, Optional<Instant> sealedAt, long waiting, Optional<Instant> late) {}
