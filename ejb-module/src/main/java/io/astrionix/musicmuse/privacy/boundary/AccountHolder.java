package io.astrionix.musicmuse.privacy.boundary;

import io.astrionix.musicmuse.shared.AccountId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What the answer to a request needs of accounts, which this context does not know. One bean implements it. */
public interface AccountHolder {

    /** @throws jakarta.ejb.EJBAccessException if nobody is signed in */
    AccountId caller();

    /** Fails, with the exception that pages answer by asking for the password, unless the caller typed it just now. */
    void requireFreshCredential();

    Optional<Holder> find(AccountId account);

    /** @param email in any case */
    Optional<Holder> findByEmail(String email);

    /** Ends all sign-ins and with them all sockets, and shows the profile to nobody any more (R55). Harmless when repeated. */
    void hide(AccountId account, Instant at);

    /** The account stays: its profile is what it was. */
    void show(AccountId account);

    /**
     * Somebody with an account, whatever its state.
     *
     * @param email the address on file
     * @param signsIn whether the account may sign in now
     */
    record Holder(AccountId id, String email, String name, Locale language, boolean signsIn) {}
}
