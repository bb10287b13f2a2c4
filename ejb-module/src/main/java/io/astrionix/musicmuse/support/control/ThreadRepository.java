package io.astrionix.musicmuse.support.control;

import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.support.boundary.MessageCategory;
import io.astrionix.musicmuse.support.boundary.ThreadStatus;
import io.astrionix.musicmuse.support.entity.SupportThread;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Threads of messages in the database. Needs the caller's transaction. */
@Dependent
public class ThreadRepository {

    private static final int LONGEST_LIST = 100;

    @PersistenceContext
    private EntityManager em;

    /** @param account whose it is; empty where none has the sender's address */
    public void add(SupportThread thread, Optional<AccountId> account) {
        em.persist(thread);
        em.flush();
        account.ifPresent(owner -> {
            em.createNativeQuery("update musicmuse.support_thread set account_id = ? where id = ?")
                    .setParameter(1, owner.value())
                    .setParameter(2, thread.id())
                    .executeUpdate();
            em.refresh(thread);
        });
    }

    /** A number that nobody else gets, such as M-000123. */
    public String nextReference() {
        var number = (Number) em.createNativeQuery("select nextval('musicmuse.support_reference')")
                .getSingleResult();
        return "M-%06d".formatted(number.longValue());
    }

    /** Until the transaction ends, no other one that asks for the same sender goes on: of a double click one is first. */
    public void lockSender(String email) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?, 1))")
                .setParameter(1, email)
                .getSingleResult();
    }

    /** The newest thread of a sender since then. */
    public Optional<SupportThread> newestOf(String email, Instant since) {
        return em.createQuery(
                        "select t from SupportThread t where t.senderEmail = :email and t.openedAt > :since"
                                + " order by t.openedAt desc, t.id",
                        SupportThread.class)
                .setParameter("email", email)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public Optional<SupportThread> find(UUID id) {
        return Optional.ofNullable(em.find(SupportThread.class, id));
    }

    /** Locked until the end of the transaction: of two answers at once, the second sees the first. */
    public Optional<SupportThread> lock(UUID id) {
        return Optional.ofNullable(em.find(SupportThread.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The newest first. */
    public List<SupportThread> ofAccount(AccountId account) {
        return em.createQuery(
                        "select t from SupportThread t where t.accountId = :account order by t.lastMessageAt desc, t.id",
                        SupportThread.class)
                .setParameter("account", account.value())
                .setMaxResults(LONGEST_LIST)
                .getResultList();
    }

    /** Threads that were sent before their sender had an account become its own, so that they go with it (A7). */
    public void adopt(String email, AccountId account) {
        em.flush();
        em.createNativeQuery(
                        "update musicmuse.support_thread set account_id = ? where sender_email = ? and account_id is null")
                .setParameter(1, account.value())
                .setParameter(2, email)
                .executeUpdate();
    }

    /** What is urgent first, then what is due first. */
    public List<SupportThread> find(DeskQuery query, int first, int count) {
        return em.createQuery(
                        "select t from SupportThread t where t.status in :statuses and t.category in :categories"
                                + " and (:everybodys = 1 or t.assignedTo = :me) order by t.urgent desc, t.dueAt, t.id",
                        SupportThread.class)
                .setParameter("statuses", query.statuses())
                .setParameter("categories", query.categories())
                .setParameter("everybodys", query.mine() ? 0 : 1)
                .setParameter("me", query.me().value())
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultList();
    }

    public int count(DeskQuery query) {
        return em.createQuery(
                        "select count(t) from SupportThread t where t.status in :statuses and t.category in :categories"
                                + " and (:everybodys = 1 or t.assignedTo = :me)",
                        Long.class)
                .setParameter("statuses", query.statuses())
                .setParameter("categories", query.categories())
                .setParameter("everybodys", query.mine() ? 0 : 1)
                .setParameter("me", query.me().value())
                .getSingleResult()
                .intValue();
    }

    /** Nobody's: the colleague may not read it any more. */
    public void unassign(SupportThread thread) {
        em.flush();
        em.createNativeQuery("update musicmuse.support_thread set assigned_to = null where id = ?")
                .setParameter(1, thread.id())
                .executeUpdate();
        em.refresh(thread);
    }

    public void assign(SupportThread thread, AccountId colleague) {
        em.flush();
        em.createNativeQuery("update musicmuse.support_thread set assigned_to = ? where id = ?")
                .setParameter(1, colleague.value())
                .setParameter(2, thread.id())
                .executeUpdate();
        em.refresh(thread);
    }

    /**
     * What the desk asks for.
     *
     * @param statuses at least one
     * @param categories at least one
     * @param mine only those assigned to {@code me}
     */
    public record DeskQuery(Set<ThreadStatus> statuses, Set<MessageCategory> categories, boolean mine, AccountId me) {}
}
