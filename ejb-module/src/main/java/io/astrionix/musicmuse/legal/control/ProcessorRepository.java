package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.legal.entity.Processor;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Processors in the database; one that has ended stays. */
@Dependent
public class ProcessorRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(Processor processor) {
        em.persist(processor);
    }

    /** Locked until the end of the transaction. */
    public Optional<Processor> lock(UUID id) {
        return Optional.ofNullable(em.find(Processor.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public List<Processor> all() {
        return em.createQuery("select p from Processor p order by p.name, p.signedOn", Processor.class)
                .getResultList();
    }
}
