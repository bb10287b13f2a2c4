package io.astrionix.musicmuse.retention.control;

import io.astrionix.musicmuse.datamap.DataMap;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException;
import io.astrionix.musicmuse.retention.boundary.PlaceHoldCommand.HeldRecord;
import io.astrionix.musicmuse.retention.entity.RetentionHold;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds in the database. */
@Dependent
public class HoldRepository {

    /** Waits for whoever deletes ({@link io.astrionix.musicmuse.retention.boundary.HeldRows#LOCK}), and keeps the next ones waiting. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('musicmuse holds'))";

    /** EclipseLink can write no UUID that is null. */
    private static final String INSERT = """
            insert into musicmuse.retention_hold (id, version, kind, scope, table_name, record_id, category, account_id,
                reason, owner_id, review_on, placed_by, placed_at)
            values (?, 1, ?, ?, ?, ?, ?, cast(? as uuid), ?, ?, ?, ?, ?)""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private DataMap map;

    @Inject
    private Clock clock;

    /** To be called first: what is there then, the hold keeps. What is asked before may go before the hold is there. */
    public void stopDeletions() {
        em.createNativeQuery(LOCK).getResultList();
    }

    public RetentionHold place(RetentionHold hold) {
        stopDeletions();
        var view = hold.view();
        em.createNativeQuery(INSERT)
                .setParameter(1, view.id())
                .setParameter(2, view.kind().name())
                .setParameter(3, view.scope().name())
                .setParameter(4, hold.tableName())
                .setParameter(5, hold.recordId())
                .setParameter(6, hold.category())
                .setParameter(7, hold.account())
                .setParameter(8, view.reason())
                .setParameter(9, view.owner().value())
                .setParameter(10, view.reviewOn())
                .setParameter(11, view.placedBy().value())
                .setParameter(12, OffsetDateTime.ofInstant(view.placedAt(), ZoneOffset.UTC))
                .executeUpdate();
        return hold;
    }

    /** @throws InvalidHoldException if there is none; locked until the end of the transaction */
    public RetentionHold find(UUID id) {
        return Optional.ofNullable(em.find(RetentionHold.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new InvalidHoldException(InvalidHoldException.Reason.NOT_OPEN));
    }

    public List<RetentionHold> find(int first, int count) {
        return em.createQuery(
                        "select h from RetentionHold h order by case when h.releasedAt is null then 0 else 1 end,"
                                + " h.placedAt desc, h.id",
                        RetentionHold.class)
                .setFirstResult(first)
                .setMaxResults(count)
                .getResultList();
    }

    public int count() {
        return em.createQuery("select count(h) from RetentionHold h", Long.class)
                .getSingleResult()
                .intValue();
    }

    /** Whether the data map has the table, and the table the row. */
    public boolean exists(HeldRecord record) {
        var table = "musicmuse." + record.table();
        boolean mapped = map.columns().anyMatch(column -> column.equals(table + ".id"));
        return mapped
                && !em.createNativeQuery("select 1 from " + table + " r where r.id::text = ?")
                        .setParameter(1, record.key())
                        .getResultList()
                        .isEmpty();
    }

    public boolean isAccount(AccountId account) {
        return !em.createNativeQuery("select 1 from musicmuse.account where id = ?")
                .setParameter(1, account.value())
                .getResultList()
                .isEmpty();
    }

    public Optional<AccountId> person(String emailOrId) {
        @SuppressWarnings("unchecked") // a native query knows no types
        var found = (List<Object>) em.createNativeQuery(
                        "select id::text from musicmuse.account where email = lower(?) or id::text = lower(?)")
                .setParameter(1, emailOrId)
                .setParameter(2, emailOrId)
                .getResultList();
        return found.stream().findFirst().map(Object::toString).map(AccountId::of);
    }

    public void restrict(AccountId person, AccountId by) {
        if (restrictions(person).isEmpty()) {
            place(RetentionHold.restriction(person, by, clock.instant()));
        }
    }

    public void liftRestriction(AccountId person, AccountId by) {
        restrictions(person).forEach(hold -> hold.lift(by, clock.instant()));
    }

    public void forgetRestrictions(AccountId person) {
        em.createQuery("delete from RetentionHold h where h.accountId = :person"
                        + " and h.kind = io.astrionix.musicmuse.retention.boundary.HoldKind.RESTRICTION")
                .setParameter("person", person.value())
                .executeUpdate();
    }

    private List<RetentionHold> restrictions(AccountId person) {
        return em.createQuery(
                        "select h from RetentionHold h where h.accountId = :person"
                                + " and h.kind = io.astrionix.musicmuse.retention.boundary.HoldKind.RESTRICTION"
                                + " and h.releasedAt is null",
                        RetentionHold.class)
                .setParameter("person", person.value())
                .getResultList();
    }
}
