package io.astrionix.musicmuse.support.control;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.support.entity.AbuseReport;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reports of abuse in the database. Needs the caller's transaction. */
@Dependent
public class ReportRepository {

    private static final int LONGEST_LIST = 100;

    @PersistenceContext
    private EntityManager em;

    public void add(AbuseReport report) {
        em.persist(report);
    }

    /** A number that nobody else gets, such as R-000124. */
    public String nextReference() {
        var number = (Number) em.createNativeQuery("select nextval('musicmuse.support_reference')")
                .getSingleResult();
        return "R-%06d".formatted(number.longValue());
    }

    /** Until the transaction ends, no other one that asks for the same reporter goes on: of a double click one is first. */
    public void lockReporter(AccountId reporter) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?, 2))")
                .setParameter(1, reporter.toString())
                .getSingleResult();
    }

    /** The newest first. */
    public List<AbuseReport> ofReporter(AccountId reporter) {
        return em.createQuery(
                        "select r from AbuseReport r where r.reporterId = :reporter order by r.reportedAt desc, r.id",
                        AbuseReport.class)
                .setParameter("reporter", reporter.value())
                .setMaxResults(LONGEST_LIST)
                .getResultList();
    }

    public Optional<AbuseReport> find(UUID id) {
        return Optional.ofNullable(em.find(AbuseReport.class, id));
    }

    /** Locked until the end of the transaction. */
    public Optional<AbuseReport> lock(UUID id) {
        return Optional.ofNullable(em.find(AbuseReport.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * What is due first.
     *
     * @param closed whether closed ones are wanted, or open ones
     */
    public List<AbuseReport> find(boolean closed, int first, int count) {
        return em.createQuery(
                        "select r from AbuseReport r where (case when r.closedAt is null then 0 else 1 end) = :closed"
                                + " order by r.dueAt, r.id",
                        AbuseReport.class)
                .setParameter("closed", closed ? 1 : 0)
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultList();
    }

    public int count(boolean closed) {
        return em.createQuery(
                        "select count(r) from AbuseReport r"
                                + " where (case when r.closedAt is null then 0 else 1 end) = :closed",
                        Long.class)
                .setParameter("closed", closed ? 1 : 0)
                .getSingleResult()
                .intValue();
    }

    public void name(AbuseReport report, AccountId accused) {
        em.flush();
        em.createNativeQuery("update musicmuse.abuse_report set accused_id = ? where id = ?")
                .setParameter(1, accused.value())
                .setParameter(2, report.id())
                .executeUpdate();
        em.refresh(report);
    }
}
