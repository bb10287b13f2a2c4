package io.astrionix.musicmuse.audit.control.chain;

/**
 * The first place where the log is not whole.
 *
 * @param seq of the seal or the entry's seal; 0 where there is no number
 */
public record Finding(long seq, Damage damage) {

    @Override
    public String toString() {
        return damage + " at " + seq;
    }
}
