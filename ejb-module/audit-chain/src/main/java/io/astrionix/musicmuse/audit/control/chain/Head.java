package io.astrionix.musicmuse.audit.control.chain;

/**
 * The last link of the chain; seq 0 where there is none.
 *
 * @param hash 64 hex digits
 */
public record Head(long seq, String hash) {

    static final Head NONE = new Head(0, Seal.NOTHING_BEFORE);
}
