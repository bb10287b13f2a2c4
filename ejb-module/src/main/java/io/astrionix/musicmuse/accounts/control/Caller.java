package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.CredentialNotFreshException;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignIn;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.CurrentCaller;
import io.astrionix.musicmuse.shared.CurrentOrigin;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Who calls: the open sign-in of the current request. For services that work on the caller's own account. */
@Dependent
public class Caller implements CurrentCaller {

    /** How long ago the password may have been typed before a change of email, password or second factor (ASVS 7.5.1). */
    static final Duration FRESH = Duration.ofMinutes(5);

    @Inject
    private CurrentOrigin origin;

    @Inject
    private SignIns signIns;

    @Inject
    private AccountRepository accounts;

    @Inject
    private Clock clock;

    /** @throws EJBAccessException if the request belongs to no open sign-in */
    public SignIn signIn() {
        return origin.get().signIn().flatMap(signIns::findOpen).orElseThrow(Caller::nobody);
    }

    /** @throws EJBAccessException if the request belongs to no open sign-in, or its account may not be signed in */
    public Account account() {
        var signIn = signIn();
        return accounts.find(signIn.account())
                .filter(account -> signIn.isOpenFor(account, clock.instant()))
                .orElseThrow(Caller::nobody);
    }

    @Override
    public AccountId id() {
        return account().id();
    }

    public boolean isFresh() {
        return signIn().credentialConfirmedAt().plus(FRESH).isAfter(clock.instant());
    }

    /**
     * Call first in whatever changes how somebody signs in, or gives everything away.
     *
     * @throws CredentialNotFreshException if the password was not typed within the last five minutes; pages send to
     *     account/confirm.xhtml before it comes to that
     */
    @Override
    public void requireFreshCredential() {
        if (!isFresh()) {
            throw new CredentialNotFreshException();
        }
    }

    private static EJBAccessException nobody() {
        return new EJBAccessException("Nobody is signed in");
    }
}
