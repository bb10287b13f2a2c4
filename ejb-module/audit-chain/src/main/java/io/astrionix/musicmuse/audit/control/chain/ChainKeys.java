package io.astrionix.musicmuse.audit.control.chain;

import javax.crypto.SecretKey;

/** The keys of the chain. They are outside the database: who can write there cannot forge a link. */
public interface ChainKeys {

    /** The id of the key for new links. */
    String currentId();

    /** @throws IllegalArgumentException if there is no such key */
    SecretKey key(String id);
}
