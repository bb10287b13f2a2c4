package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.shared.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One erasure, as the database has it.
 *
 * @param account until all of it is done
 * @param hash a keyed hash of the account's id
 * @param mapHash of the data map that its plan was made of
 */
record Erasure(
        UUID id, Kind kind, Optional<AccountId> account, String hash, String mapHash, State state, Instant begunAt) {

    /** What it comes from. The names are stored. */
    enum Kind {
        /** The owner asked, and proved to be the owner. */
        REQUEST,
        /** A rule of retention.yml. */
        RULE,
        /** The ledger says that it was done, and the database does not. */
        REPLAY
    }

    /** How far it is. The names are stored. */
    enum State {
        RUNNING,
        /** Done here; somebody who works for the operator has not answered. */
        AWAITING,
        /** Somebody holds rows; they go when they are let go. */
        KEPT,
        DONE
    }

    boolean isDone() {
        return state == State.DONE;
    }
}
