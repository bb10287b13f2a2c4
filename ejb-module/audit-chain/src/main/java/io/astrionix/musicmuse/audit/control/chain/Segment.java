package io.astrionix.musicmuse.audit.control.chain;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The header of a month of the chain. When the month's seals have expired it stands for them.
 *
 * @param month in UTC, of its first seal
 * @param root hash of its last seal
 * @param previousRoot root of the segment before
 */
record Segment(
        long firstSeq,
        long lastSeq,
        YearMonth month,
        long entries,
        Instant firstSealedAt,
        Instant lastSealedAt,
        String root,
        String previousRoot,
        String keyId,
        String mac) {

    static Segment of(
            long firstSeq,
            long lastSeq,
            Instant firstSealedAt,
            Instant lastSealedAt,
            String root,
            String previousRoot,
            ChainKeys keys) {
        var unsigned = new Segment(
                firstSeq,
                lastSeq,
                month(firstSealedAt),
                lastSeq - firstSeq + 1,
                firstSealedAt,
                lastSealedAt,
                root,
                previousRoot,
                keys.currentId(),
                "");
        return new Segment(
                firstSeq,
                lastSeq,
                unsigned.month,
                unsigned.entries,
                firstSealedAt,
                lastSealedAt,
                root,
                previousRoot,
                unsigned.keyId,
                unsigned.expectedMac(keys));
    }

    static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
    }

    boolean isGenuine(ChainKeys keys) {
        return mac.equals(expectedMac(keys)) && entries == lastSeq - firstSeq + 1;
    }

    private String expectedMac(ChainKeys keys) {
        return new Canonical("segment/1")
                .number(firstSeq)
                .number(lastSeq)
                .text(month.toString())
                .number(entries)
                .time(firstSealedAt)
                .time(lastSealedAt)
                .text(root)
                .text(previousRoot)
                .text(keyId)
                .hmac(keys.key(keyId));
    }
}
