package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.Guardianships;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everybody's address, for notices to all. Checks nothing: whoever asks has found out first whether the caller may. */
@Dependent
public class AccountAddresses {

    private AccountRepository accounts;
    private Guardianships guardianships;
    private Clock clock;

    public AccountAddresses() {} // required by the proxy

    @Inject
    public AccountAddresses(AccountRepository accounts, Guardianships guardianships, Clock clock) {
        this.accounts = accounts;
        this.guardianships = guardianships;
        this.clock = clock;
    }

    /**
     * Accounts with a verified address, locked ones too, in the order of their ids.
     *
     * @param createdBefore younger accounts are left out
     * @param last where the page before ended
     */
    public List<UUID> verified(Instant createdBefore, UUID last, int atMost) {
        return accounts.verified(createdBefore, last, atMost);
    }

    /** Empty where the account is gone. */
    public Optional<AccountAddress> of(AccountId id) {
        return accounts.find(id).map(account -> address(account, guardian(account)));
    }

    /** @param email in any case, with or without space around it */
    public Optional<AccountId> idOf(String email) {
        return accounts.findByEmail(email).map(Account::id);
    }

    private Optional<AccountAddress> guardian(Account account) {
        if (!account.isMinorOn(LocalDate.now(clock))) {
            return Optional.empty();
        }
        return guardianships
                .ofMinor(account.id())
                .filter(guardianship -> guardianship.isInForce())
                .flatMap(guardianship -> accounts.find(guardianship.guardian()))
                .map(guardian -> address(guardian, Optional.empty()));
    }

    private static AccountAddress address(Account account, Optional<AccountAddress> guardian) {
        return new AccountAddress(account.id(), account.email(), account.displayName(), account.language(), guardian);
    }
}
