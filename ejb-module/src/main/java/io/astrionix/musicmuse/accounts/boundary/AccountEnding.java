package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.ConsentKeeper;
import io.astrionix.musicmuse.accounts.control.OneTimeTokens;
import io.astrionix.musicmuse.accounts.control.RecentChecks;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What erasing an account needs of this context. Checks nothing: whoever erases has found out that it has to be; only
 * the context {@code erasure} may import it (held by the architecture test).
 */
@Dependent
@Transactional
public class AccountEnding {

    private AccountRepository accounts;
    private OneTimeTokens tokens;
    private RecentChecks recent;
    private ConsentKeeper consents;

    public AccountEnding() {} // required by the proxy

    @Inject
    public AccountEnding(
            AccountRepository accounts, OneTimeTokens tokens, RecentChecks recent, ConsentKeeper consents) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.recent = recent;
        this.consents = consents;
    }

    /** The address on file; empty once the account is gone or stripped. */
    public Set<String> addresses(AccountId account) {
        return accounts.find(account)
                .map(Account::email)
                .filter(email -> !email.endsWith(AccountRepository.NO_ADDRESS))
                .map(Set::of)
                .orElse(Set.of());
    }

    /** Ends links that were sent to an address and belong to no account, such as invitations. */
    public void forgetLinks(String address) {
        tokens.revokeSentTo(address);
    }

    /** Of an account that has to stay because rows hang on it that somebody holds: nothing of it leads to anybody. */
    public void strip(AccountId account) {
        accounts.strip(account);
    }

    /** Before a guardian's account goes. */
    public void leaveChildren(AccountId guardian) {
        consents.leave(guardian);
    }

    /** This node asks anew who is signed in. */
    public void forgetSignIns() {
        recent.forgetAll();
    }

    /** Ids of all accounts, a page at a time. */
    public List<AccountId> page(Optional<AccountId> after, int most) {
        return accounts.ids(after.map(AccountId::value).orElse(new UUID(0, 0)), most);
    }
}
