package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.accounts.entity.Account;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Checks who somebody is. Open to all: it is called before anybody is signed in. */
@Stateless
@PermitAll
public class SignInService {

    private AccountRepository accounts;
    private Passwords passwords;

    public SignInService() {} // required by the EJB proxy

    @Inject
    public SignInService(AccountRepository accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** @return the account, or empty where email or password are wrong: which of the two is not told */
    public Optional<SignedInAccount> signIn(String email, String password) {
        var account = isStorable(email) ? accounts.findByEmail(email) : Optional.<Account>empty();
        if (account.isEmpty()) {
            passwords.spendTimeOfAMatch(password);
            return Optional.empty();
        }
        return account.filter(a -> passwords.matches(password, a.passwordHash()))
                .map(a -> new SignedInAccount(a.id(), a.displayName(), a.roles()));
    }

    /** PostgreSQL refuses the NUL character, and the refusal would look like a lost connection and be tried again. */
    private static boolean isStorable(String email) {
        return email.chars().noneMatch(Character::isISOControl);
    }
}
