package io.astrionix.musicmuse.audit.control.chain;

import java.time.Instant;
import java.util.UUID;

/**
 * A link of the chain. Proves its entry by the digest, and all links before it by their last hash; it still does when the
 * entry has expired.
 *
 * @param seq counts from 1, without a gap
 * @param digest of the entry's fields
 * @param hash of this link, with the hash of the link before
 */
record Seal(long seq, UUID entryId, String digest, String keyId, String hash, Instant sealedAt) {

    /** What the first link has instead of a link before it. */
    static final String NOTHING_BEFORE = "0".repeat(64);

    static Seal of(long seq, EntryFields entry, String before, Instant sealedAt, ChainKeys keys) {
        var keyId = keys.currentId();
        var digest = entry.digest(keys.key(keyId));
        return new Seal(
                seq, entry.id(), digest, keyId, hash(seq, entry.id(), digest, before, sealedAt, keyId, keys), sealedAt);
    }

    boolean follows(String before, ChainKeys keys) {
        return hash.equals(hash(seq, entryId, digest, before, sealedAt, keyId, keys));
    }

    boolean covers(EntryFields entry, ChainKeys keys) {
        return digest.equals(entry.digest(keys.key(keyId)));
    }

    private static String hash(
            long seq, UUID entryId, String digest, String before, Instant sealedAt, String keyId, ChainKeys keys) {
        return new Canonical("seal/1")
                .number(seq)
                .id(entryId)
                .text(digest)
                .text(before)
                .time(sealedAt)
                .text(keyId)
                .hmac(keys.key(keyId));
    }
}
