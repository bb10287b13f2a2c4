package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts in the database. */
@Dependent
public class AccountRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(Account account) {
        em.persist(account);
    }

    public void remove(Account account) {
        em.remove(account);
        em.flush();
    }

    public Optional<Account> find(AccountId id) {
        return Optional.ofNullable(em.find(Account.class, id.value()));
    }

    /** Until the transaction ends, no other one that asks for the same email goes on: of two registrations one is first. */
    public void lockEmail(String email) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .setParameter(1, Account.canonical(email))
                .getSingleResult();
    }

    /**
     * Before somebody gets an address who has proved that it is theirs: an account that was begun with it and never
     * verified makes room, since anybody can begin one.
     *
     * @return whether nobody has the address now
     */
    public boolean makeRoomFor(String email) {
        lockEmail(email);
        var found = findByEmail(email);
        boolean free = isFree(found);
        found.filter(account -> free).ifPresent(this::remove);
        return free;
    }

    /** Whether the address of this account can be somebody else's as soon as they prove it. */
    static boolean isFree(Optional<Account> owner) {
        return owner.filter(account -> account.status() != AccountStatus.UNVERIFIED)
                .isEmpty();
    }

    /** @param email in any case, with or without space around it */
    public Optional<Account> findByEmail(String email) {
        return em.createQuery("select a from Account a where a.email = :email", Account.class)
                .setParameter("email", Account.canonical(email))
                .getResultStream()
                .findFirst();
    }

    /** Ids of accounts with a verified address, created before, in the order of the ids, after {@code last}. */
    public List<UUID> verified(Instant createdBefore, UUID last, int atMost) {
        return em.createQuery(
                        "select a.id from Account a where a.status <> :unverified and a.createdAt < :before"
                                + " and a.id > :last order by a.id",
                        UUID.class)
                .setParameter("unverified", AccountStatus.UNVERIFIED)
                .setParameter("before", createdBefore)
                .setParameter("last", last)
                .setMaxResults(atMost)
                .getResultList();
    }
}
