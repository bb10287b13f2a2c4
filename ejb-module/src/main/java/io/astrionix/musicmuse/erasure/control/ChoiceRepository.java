package io.astrionix.musicmuse.erasure.control;

import io.astrionix.musicmuse.erasure.boundary.OptionalActivity;
import io.astrionix.musicmuse.erasure.entity.ProcessingChoice;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Choices in the database. Needs the caller's transaction. */
@Dependent
public class ChoiceRepository {

    @PersistenceContext
    private EntityManager em;

    /** The newest first. */
    public List<ProcessingChoice> of(AccountId account) {
        return em.createQuery(
                        "select c from ProcessingChoice c where c.accountId = :account order by c.chosenAt desc",
                        ProcessingChoice.class)
                .setParameter("account", account.value())
                .getResultList();
    }

    /** What holds now; without a choice, what the activity says. */
    public boolean isAllowed(AccountId account, OptionalActivity activity) {
        return em.createQuery(
                        "select c from ProcessingChoice c where c.accountId = :account and c.activity = :activity"
                                + " and c.endedAt is null",
                        ProcessingChoice.class)
                .setParameter("account", account.value())
                .setParameter("activity", activity)
                .getResultStream()
                .findFirst()
                .map(ProcessingChoice::allowed)
                .orElse(!activity.needsConsent());
    }

    /**
     * Ends what held until now. Of two at once, one waits for the other.
     *
     * @return whether it is another choice than before
     */
    public boolean choose(AccountId account, OptionalActivity activity, boolean allowed, Instant at) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .setParameter(1, "choice " + account)
                .getSingleResult();
        boolean changes = isAllowed(account, activity) != allowed;
        if (changes) {
            of(account).stream()
                    .filter(choice -> choice.activity() == activity && choice.holds())
                    .forEach(choice -> choice.end(at));
            em.flush();
            em.persist(new ProcessingChoice(account, activity, allowed, at));
        }
        return changes;
    }
}
