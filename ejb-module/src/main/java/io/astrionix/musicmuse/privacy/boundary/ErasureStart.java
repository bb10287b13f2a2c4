package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.util.UUID;

/**
 * Erases an account, after its owner has proved to want it and has had time to call it off (R45). Implemented by the context
 * that erases, which this one must not know.
 */
public interface ErasureStart {

    /**
     * Called in no transaction, and again after a crash or while processors have not answered: does what is left to do.
     *
     * @param request whose erasure it is, for the ledger
     */
    ErasureOutcome erase(AccountId account, UUID request);
}
