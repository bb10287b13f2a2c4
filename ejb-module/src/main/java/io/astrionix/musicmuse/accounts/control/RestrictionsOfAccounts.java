package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.privacy.boundary.Restrictions;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Restricted processing, as the state of an account. */
@Dependent
@Transactional
public class RestrictionsOfAccounts implements Restrictions {

    @Inject
    private AccountRepository accounts;

    @Override
    public boolean isRestricted(AccountId account) {
        return accounts.find(account)
                .filter(found -> found.use().restriction().isRestricted())
                .isPresent();
    }
}
