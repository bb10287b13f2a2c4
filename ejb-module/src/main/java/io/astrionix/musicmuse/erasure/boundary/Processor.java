package io.astrionix.musicmuse.erasure.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.util.Optional;
import java.util.Set;

/** Somebody who works for the operator and has to erase, too. Found by CDI. */
public interface Processor {

    /** Such as {@code smtp}, {@code stripe}, {@code ai}: lower case, and never renamed. */
    String name();

    /**
     * By what it knows somebody, such as a customer's number; asked before anything is erased, and kept until it has
     * answered.
     *
     * @param addresses of the account's mails
     * @return empty if it never got anything of the account
     */
    Optional<String> reference(AccountId account, Set<String> addresses);

    /**
     * Asks for the erasure, or whether it is done. Called in no transaction, perhaps more than once.
     *
     * @throws RuntimeException if it could not be asked: it will be again
     */
    Answer erase(String reference);

    /** What came of it. */
    enum Answer {
        /** All is gone there. */
        DONE,
        /** It will be: ask again. */
        LATER
    }
}
