package io.astrionix.musicmuse.audit.control.chain;

import java.time.Instant;
import java.util.Optional;

/**
 * What a verification saw.
 *
 * @param head number of the last seal
 * @param seals how many links were checked
 * @param entries how many entries are there to be checked; the others have expired
 * @param values how many personal values
 * @param anchors how many lines of the anchor file were compared
 * @param waiting how many entries wait for a seal
 * @param oldestWaiting since when
 * @param finding the damage with the lowest number; empty if all is as it was written
 */
public record Verified(
        long head,
        long seals,
        long entries,
        long values,
        long anchors,
        long waiting,
        Optional<Instant> oldestWaiting,
        Optional<Finding> finding) {}
