package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountMails;
import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Caller;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Restricted processing as an account's state (A9). Checks nothing: whoever changes it has found out that it is to be. */
@Dependent
@Transactional
public class AccountRestriction {

    private Caller caller;
    private AccountRepository accounts;
    private AccountMails mails;

    public AccountRestriction() {} // required by CDI beside the constructor below

    @Inject
    public AccountRestriction(Caller caller, AccountRepository accounts, AccountMails mails) {
        this.caller = caller;
        this.accounts = accounts;
        this.mails = mails;
    }

    /** @throws jakarta.ejb.EJBAccessException if nobody is signed in */
    public AccountId caller() {
        return caller.account().id();
    }

    /** Not restricted if there is no such account. */
    public RestrictionView of(AccountId account) {
        return accounts.find(account).map(found -> found.use().restriction()).orElse(RestrictionView.NONE);
    }

    /** @return whether it was not, or was about to end */
    public boolean restrict(AccountId account, Instant now) {
        return accounts.find(account).filter(found -> found.use().restrict(now)).isPresent();
    }

    /**
     * Tells the owner when the restriction ends.
     *
     * @return whether there is one, whose end was open
     */
    public boolean announceEnd(AccountId account, Instant end) {
        var announced = accounts.find(account).filter(found -> found.use().endRestriction(end));
        announced.ifPresent(found -> mails.restrictionEnds(found, end));
        return announced.isPresent();
    }

    /** Those whose restriction has ended by then; it does so with this call. */
    public List<AccountId> lift(Instant now) {
        var over = accounts.withRestrictionOver(now);
        over.forEach(account -> account.use().liftRestriction());
        return over.stream().map(Account::id).toList();
    }
}
