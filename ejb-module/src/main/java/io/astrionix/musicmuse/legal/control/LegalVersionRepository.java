package io.astrionix.musicmuse.legal.control;

import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import io.astrionix.musicmuse.legal.entity.LegalVersion;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Versions of legal documents in the database. */
@Dependent
public class LegalVersionRepository {

    @PersistenceContext
    private EntityManager em;

    public void add(LegalVersion version) {
        em.persist(version);
        em.flush();
    }

    /** A draft, unless another node has just written the same. */
    public void addDraft(LegalDocument document, int number, String sha256, Instant at) {
        em.createNativeQuery("insert into musicmuse.legal_version (id, row_version, document, number, sha256, found_at)"
                        + " values (gen_random_uuid(), 1, ?, ?, ?, ?) on conflict (document, number) do nothing")
                .setParameter(1, document.name())
                .setParameter(2, number)
                .setParameter(3, sha256)
                .setParameter(4, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .executeUpdate();
    }

    public Optional<LegalVersion> find(LegalDocument document, int number) {
        return em.createQuery(
                        "select v from LegalVersion v where v.document = :document and v.number = :number",
                        LegalVersion.class)
                .setParameter("document", document)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** Locked until the end of the transaction. */
    public Optional<LegalVersion> lock(LegalDocument document, int number) {
        var found = find(document, number);
        found.ifPresent(version -> em.refresh(version, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    public Optional<LegalVersion> find(UUID id) {
        return Optional.ofNullable(em.find(LegalVersion.class, id));
    }

    /** Locked until the end of the transaction. */
    public Optional<LegalVersion> lock(UUID id) {
        return Optional.ofNullable(em.find(LegalVersion.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Newest first, drafts too. */
    public List<LegalVersion> of(LegalDocument document) {
        return em.createQuery(
                        "select v from LegalVersion v where v.document = :document order by v.number desc",
                        LegalVersion.class)
                .setParameter("document", document)
                .getResultList();
    }

    /** Those of which not everybody has been told yet. */
    public List<UUID> untold() {
        return em.createQuery(
                        "select v.id from LegalVersion v where v.material = true and v.publishedAt is not null"
                                + " and v.toldAt is null order by v.publishedAt",
                        UUID.class)
                .getResultList();
    }
}
