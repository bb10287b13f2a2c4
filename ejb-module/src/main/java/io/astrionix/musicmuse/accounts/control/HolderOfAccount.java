package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import io.astrionix.musicmuse.privacy.boundary.AccountHolder;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** What requests about data need of accounts: of every account, whatever its state (A22). */
@Dependent
@Transactional
public class HolderOfAccount implements AccountHolder {

    @Inject
    private Caller caller;

    @Inject
    private AccountRepository accounts;

    @Inject
    private SignIns signIns;

    @Inject
    private RecentChecks recent;

    @Override
    public AccountId caller() {
        return caller.account().id();
    }

    @Override
    public void requireFreshCredential() {
        caller.requireFreshCredential();
    }

    @Override
    public Optional<Holder> find(AccountId account) {
        return accounts.find(account).map(HolderOfAccount::holder);
    }

    @Override
    public Optional<Holder> findByEmail(String email) {
        return accounts.findByEmail(email).map(HolderOfAccount::holder);
    }

    @Override
    public void hide(AccountId account, Instant at) {
        accounts.find(account).ifPresent(found -> found.use().hide(at));
        signIns.endAll(account, SignInEnd.ERASURE_ASKED);
        recent.forgetAll();
    }

    @Override
    public void show(AccountId account) {
        accounts.find(account).ifPresent(found -> found.use().show());
    }

    private static Holder holder(Account account) {
        return new Holder(
                account.id(), account.email(), account.displayName(), account.language(), account.maySignIn());
    }
}
