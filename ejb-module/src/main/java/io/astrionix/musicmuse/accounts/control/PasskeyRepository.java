package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Passkey;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Passkeys in the database. */
@Dependent
public class PasskeyRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(Passkey passkey) {
        em.persist(passkey);
    }

    public Optional<Passkey> findByCredentialId(String credentialId) {
        return em.createQuery("select p from Passkey p where p.credentialId = :id", Passkey.class)
                .setParameter("id", credentialId)
                .getResultStream()
                .findFirst();
    }

    /** Empty too where it is another account's. */
    public Optional<Passkey> find(UUID id, AccountId owner) {
        return Optional.ofNullable(em.find(Passkey.class, id))
                .filter(passkey -> passkey.account().equals(owner));
    }

    /** Oldest first. */
    public List<Passkey> of(AccountId owner) {
        return em.createQuery("select p from Passkey p where p.accountId = :owner order by p.createdAt", Passkey.class)
                .setParameter("owner", owner.value())
                .getResultList();
    }

    public int count(AccountId owner) {
        return em.createQuery("select count(p) from Passkey p where p.accountId = :owner", Long.class)
                .setParameter("owner", owner.value())
                .getSingleResult()
                .intValue();
    }

    /** Of two requests with the same count, one gets true; a device that does not count says 0 each time. */
    public boolean used(UUID id, long signCount, Instant at) {
        return em.createQuery("update Passkey p set p.signCount = :count, p.lastUsedAt = :now"
                                + " where p.id = :id and (p.signCount < :count or (p.signCount = 0 and :count = 0))")
                        .setParameter("count", signCount)
                        .setParameter("now", at)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1;
    }

    public void remove(Passkey passkey) {
        em.remove(passkey);
    }

    public void removeAll(AccountId owner) {
        em.createQuery("delete from Passkey p where p.accountId = :owner")
                .setParameter("owner", owner.value())
                .executeUpdate();
    }
}
