package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.ConsentProof;
import io.astrionix.musicmuse.accounts.entity.GuardianAsk;
import io.astrionix.musicmuse.accounts.entity.Guardianship;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who answers for which minor, and the proofs of consent. Needs the caller's transaction. */
@Dependent
public class Guardianships {

    @PersistenceContext
    private EntityManager em;

    public void add(Guardianship guardianship) {
        em.persist(guardianship);
    }

    public void add(GuardianAsk ask) {
        em.persist(ask);
    }

    public void remove(GuardianAsk ask) {
        em.remove(ask);
    }

    public Optional<GuardianAsk> askOf(AccountId minor) {
        return em.createQuery("select a from GuardianAsk a where a.minorId = :minor", GuardianAsk.class)
                .setParameter("minor", minor.value())
                .getResultStream()
                .findFirst();
    }

    public void add(ConsentProof proof) {
        em.persist(proof);
    }

    public Optional<Guardianship> ofMinor(AccountId minor) {
        return em.createQuery("select g from Guardianship g where g.minorId = :minor", Guardianship.class)
                .setParameter("minor", minor.value())
                .getResultStream()
                .findFirst();
    }

    /** Those in force. */
    public List<Guardianship> heldBy(AccountId guardian) {
        return em.createQuery(
                        "select g from Guardianship g where g.guardianId = :guardian and g.withdrawnAt is null"
                                + " order by g.consentedAt",
                        Guardianship.class)
                .setParameter("guardian", guardian.value())
                .getResultList();
    }

    /** Ends what is still in force about somebody. */
    public void endProofs(AccountId about, Instant at) {
        em.createQuery("update ConsentProof p set p.endedAt = :now where p.subjectId = :about and p.endedAt is null")
                .setParameter("now", at)
                .setParameter("about", about.value())
                .executeUpdate();
    }

    /** Ends one kind of consent about somebody. */
    public void endProofs(AccountId about, ConsentProof.Subject subject, Instant at) {
        em.createQuery("update ConsentProof p set p.endedAt = :now"
                        + " where p.subjectId = :about and p.subject = :subject and p.endedAt is null")
                .setParameter("now", at)
                .setParameter("about", about.value())
                .setParameter("subject", subject)
                .executeUpdate();
    }
}
