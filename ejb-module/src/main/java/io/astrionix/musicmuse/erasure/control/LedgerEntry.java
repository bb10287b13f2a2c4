package io.astrionix.musicmuse.erasure.control;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the erasure ledger: {@code seq what erasure account map rows time key hash}, separated by spaces.
 *
 * @param account a keyed hash of its id
 * @param map the first characters of the data map's hash
 * @param rows how many rows there were to erase, or how many were
 * @param hash over this line and the hash of the line before
 */
record LedgerEntry(
        long seq, What what, UUID erasure, String account, String map, long rows, Instant at, String key, String hash) {

    /** What the line says. The names are stored. */
    enum What {
        /** Somebody asked for it and proved to be the owner: it has to be done whatever happens. */
        BEGIN,
        /** A rule of retention.yml asks for it, as long as the account is still due. */
        BEGIN_BY_RULE,
        END
    }

    /** All but the hash. */
    static String text(
            long seq, What what, UUID erasure, String account, String map, long rows, Instant at, String key) {
        return seq + " " + what + " " + erasure + " " + account + " " + map + " " + rows + " " + at + " " + key;
    }

    String line() {
        return text(seq, what, erasure, account, map, rows, at, key) + " " + hash;
    }

    /** @throws IllegalArgumentException if it is no such line */
    static LedgerEntry parse(String line) {
        var parts = line.split(" ", -1);
        if (parts.length != 9) {
            throw new IllegalArgumentException("no line of the ledger");
        }
        try {
            return new LedgerEntry(
                    Long.parseLong(parts[0]),
                    What.valueOf(parts[1]),
                    UUID.fromString(parts[2]),
                    parts[3],
                    parts[4],
                    Long.parseLong(parts[5]),
                    Instant.parse(parts[6]),
                    parts[7],
                    parts[8]);
        } catch (java.time.format.DateTimeParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
