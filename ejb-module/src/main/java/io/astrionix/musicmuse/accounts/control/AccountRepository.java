package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.boundary.IdleAccounts.Place;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.AccountStatus;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts in the database. */
@Dependent
public class AccountRepository {

    /** Ends the address of an account that was stripped; .invalid belongs to nobody (RFC 2606). */
    public static final String NO_ADDRESS = "@erased.invalid";

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

    /** Locked until the end of the transaction; those that another node works on are left to it. */
    public List<Account> withRestrictionOver(Instant now) {
        return em.createQuery("select a from Account a where a.use.restrictionEndsAt <= :now", Account.class)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /**
     * Not active since then, who were not told yet that the account ends, and have not asked for its end themselves; at most
     * so many, after a place.
     */
    public List<Account> idleSince(Instant lastActive, Optional<Place> after, int most) {
        return em.createQuery(
                        "select a from Account a where a.use.lastActiveAt <= :since and a.use.idleNoticedAt is null"
                                + " and a.use.hiddenAt is null and (a.use.lastActiveAt > :last or a.use.lastActiveAt = :last and a.id > :account)"
                                + " order by a.use.lastActiveAt, a.id",
                        Account.class)
                .setParameter("since", lastActive)
                .setParameter("last", after.map(Place::lastActiveAt).orElse(Instant.EPOCH))
                .setParameter(
                        "account", after.map(place -> place.account().value()).orElse(new UUID(0, 0)))
                .setMaxResults(most)
                .getResultList();
    }

    /** Nothing of the account leads to anybody any more, and nobody gets in; its roles have gone before. */
    public void strip(AccountId id) {
        em.createNativeQuery(
                        "update musicmuse.account set version = version + 1, email = cast(id as text) || ?, display_name = '',"
                                + " password_hash = '', email_verified_at = null, verify_due_at = null, guardian_due_at = null,"
                                + " age_state = 'ADULT', adult_from = null, restricted_at = null, restriction_ends_at = null,"
                                + " status = 'LOCKED' where id = ?")
                .setParameter(1, NO_ADDRESS)
                .setParameter(2, id.value())
                .executeUpdate();
    }

    /** In the order of the database, which knows no signs. */
    public List<AccountId> ids(UUID after, int most) {
        return em.createQuery("select a.id from Account a where a.id > :after order by a.id", UUID.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(AccountId::new)
                .toList();
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
