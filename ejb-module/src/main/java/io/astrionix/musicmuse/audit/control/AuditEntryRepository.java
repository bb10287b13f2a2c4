package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.audit.entity.AuditEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Audit entries in the database. */
@Dependent
public class AuditEntryRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(AuditEntry entry) {
        em.persist(entry);
    }
}
