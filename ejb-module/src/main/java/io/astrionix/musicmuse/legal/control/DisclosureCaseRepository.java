package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.legal.entity.DisclosureCase;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests of authorities in the database. */
@Dependent
public class DisclosureCaseRepository {

    private static final int AT_MOST = 500;

    @PersistenceContext
    private EntityManager em;

    public void add(DisclosureCase one) {
        em.persist(one);
    }

    /** Locked until the end of the transaction. */
    public Optional<DisclosureCase> lock(UUID id) {
        return Optional.ofNullable(em.find(DisclosureCase.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Newest first, at most {@value #AT_MOST}. */
    public List<DisclosureCase> newest() {
        return em.createQuery("select c from DisclosureCase c order by c.openedAt desc, c.id", DisclosureCase.class)
                .setMaxResults(AT_MOST)
                .getResultList();
    }
}
