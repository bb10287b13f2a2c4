package io.astrionix.musicmuse.practice.control;

import io.astrionix.musicmuse.analysis.score.TakeScore;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.practice.boundary.SessionView;
import io.astrionix.musicmuse.practice.entity.PracticeSession;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Practice sessions in the database. */
@Dependent
public class PracticeSessionRepository {

    private static final String VIEW =
            "select new io.astrionix.musicmuse.practice.boundary.SessionView(s.id, s.startedAt,"
                    + " s.exerciseId, s.instrumentId, s.musicalKey, s.tempoBpm, s.basis.pace, s.score, s.accuracyPercent, s.notesPlayed,"
                    + " s.expectedNotes, s.durationMillis) from PracticeSession s"
                    + " where s.accountId = :account and s.completedAt is not null";

    @PersistenceContext
    private EntityManager em;

    public void add(PracticeSession session) {
        em.persist(session);
    }

    public Optional<PracticeSession> find(UUID id) {
        return Optional.ofNullable(em.find(PracticeSession.class, id));
    }

    /** Nobody else changes it until the transaction ends. */
    public Optional<PracticeSession> findAndLock(UUID id) {
        return Optional.ofNullable(em.find(PracticeSession.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Puts other verdicts in the place of a take's; the rows of both have the same keys, so the old ones go first. */
    public void replaceVerdicts(PracticeSession take, TakeScore others) {
        take.forgetVerdicts();
        em.flush();
        take.scoreAgain(others);
    }

    /** Completed sessions, newest first. */
    public List<SessionView> completed(AccountId account, int first, int limit) {
        return em.createQuery(VIEW + " order by s.startedAt desc, s.id", SessionView.class)
                .setParameter("account", account.value())
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultList();
    }

    public Optional<SessionView> findCompleted(AccountId account, UUID id) {
        return em.createQuery(VIEW + " and s.id = :id", SessionView.class)
                .setParameter("account", account.value())
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    public int countCompleted(AccountId account) {
        return em.createQuery(
                        "select count(s) from PracticeSession s"
                                + " where s.accountId = :account and s.completedAt is not null",
                        Long.class)
                .setParameter("account", account.value())
                .getSingleResult()
                .intValue();
    }

    /** What somebody has played to its end, each piece once. */
    List<ExerciseChoice> played(AccountId account) {
        return em.createQuery(
                        "select distinct s.exerciseId, s.instrumentId, s.musicalKey, s.octave from PracticeSession s"
                                + " where s.accountId = :account and s.completedAt is not null",
                        Object[].class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(row -> PlayedMusic.choice((String) row[0], (String) row[1], (String) row[2], (Integer) row[3]))
                .toList();
    }
}
