package io.astrionix.musicmuse.audit.control;

import io.astrionix.musicmuse.audit.control.chain.Commitment;
import io.astrionix.musicmuse.audit.entity.AuditEntry;
import io.astrionix.musicmuse.audit.entity.AuditPersonal;
import io.astrionix.musicmuse.audit.entity.AuditUnsealed;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Audit entries in the database. */
@Dependent
public class AuditEntryRepository {

    @PersistenceContext
    private EntityManager em;

    /** Adds an entry with its personal values to the log and to what waits for a seal. */
    void add(UUID id, AuditEntry entry, Collection<AuditPersonal> personal) {
        em.persist(entry);
        personal.forEach(em::persist);
        em.persist(new AuditUnsealed(id));
    }

    /**
     * What entries call the account. Made at its first event; two first events at once agree, since the second one waits
     * for the first.
     */
    String pseudonym(UUID account) {
        return find(account).orElseGet(() -> {
            var salt = Commitment.newSalt();
            em.createNativeQuery("insert into musicmuse.audit_subject (account_id, salt, pseudonym) values (?1, ?2, ?3)"
                            + " on conflict (account_id) do nothing")
                    .setParameter(1, account)
                    .setParameter(2, salt)
                    .setParameter(3, Commitment.of(salt, account.toString()))
                    .executeUpdate();
            return find(account).orElseThrow();
        });
    }

    private Optional<String> find(UUID account) {
        return em.createQuery("select s.pseudonym from AuditSubject s where s.accountId = :account", String.class)
                .setParameter("account", account)
                .getResultStream()
                .findFirst();
    }
}
