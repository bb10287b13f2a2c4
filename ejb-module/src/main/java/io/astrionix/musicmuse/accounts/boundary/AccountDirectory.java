package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.AccountSearch;
import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who somebody is, for other contexts. Checks nothing: whoever asks has found out first whether the caller may know.
 * Needs the caller's transaction.
 */
@Dependent
public class AccountDirectory {

    private Caller caller;
    private AccountRepository accounts;
    private AccountSearch search;

    public AccountDirectory() {} // required by CDI beside the constructor below

    @Inject
    public AccountDirectory(Caller caller, AccountRepository accounts, AccountSearch search) {
        this.caller = caller;
        this.accounts = accounts;
        this.search = search;
    }

    /** @throws jakarta.ejb.EJBAccessException if nobody is signed in */
    public KnownAccount caller() {
        var account = caller.account();
        return known(account, account.rolesAt(caller.signIn().level()));
    }

    public Optional<KnownAccount> find(AccountId id) {
        return accounts.find(id).map(AccountDirectory::known);
    }

    /** The account whose owner has proved to have this address. */
    public Optional<KnownAccount> ofVerifiedEmail(String email) {
        return accounts.findByEmail(email)
                .filter(account -> account.status() != AccountStatus.UNVERIFIED)
                .map(AccountDirectory::known);
    }

    /** Those who may sign in and do not leave, of the newest {@code count} that have the role. */
    public List<KnownAccount> withRole(Role role, int count) {
        return search.find(new AccountFilter("", role, false), 0, count).stream()
                .filter(account -> account.status() == AccountStatus.ACTIVE
                        && !account.use().isHidden())
                .map(AccountDirectory::known)
                .toList();
    }

    /** The one spelling under which an email is stored and looked up. */
    public static String canonical(String email) {
        return Account.canonical(email);
    }

    private static KnownAccount known(Account account) {
        return known(account, account.roles());
    }

    private static KnownAccount known(Account account, Set<Role> roles) {
        return new KnownAccount(account.id(), account.email(), account.displayName(), account.language(), roles);
    }
}
