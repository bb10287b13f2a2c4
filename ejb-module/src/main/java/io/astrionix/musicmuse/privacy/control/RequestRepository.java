package io.astrionix.musicmuse.privacy.control;

import io.astrionix.musicmuse.privacy.boundary.RequestFilter;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import io.astrionix.musicmuse.privacy.boundary.RequestStepName;
import io.astrionix.musicmuse.privacy.entity.DataRequest;
import io.astrionix.musicmuse.privacy.entity.RequestPerson;
import io.astrionix.musicmuse.privacy.entity.RequestStep;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Requests in the database. Needs the caller's transaction. */
@Dependent
public class RequestRepository {

    /** Longer than any export takes; a run that died is not waited for any longer. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    @PersistenceContext
    private EntityManager em;

    /** Until the transaction ends, nobody else takes a request of the same person. */
    public void lockPerson(AccountId account) {
        em.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?, 1))")
                .setParameter(1, "request of " + account)
                .getSingleResult();
    }

    public void add(DataRequest request, RequestPerson person) {
        em.persist(request);
        em.persist(person);
    }

    public Optional<DataRequest> find(UUID id) {
        return Optional.ofNullable(em.find(DataRequest.class, id));
    }

    /** As the database has it now. */
    public Optional<DataRequest> findAnew(UUID id) {
        var found = find(id);
        found.ifPresent(em::refresh);
        return found;
    }

    /** @param token of the link in a mail */
    public Optional<DataRequest> findByLink(String token) {
        return em.createQuery("select r from DataRequest r where r.linkHash = :hash", DataRequest.class)
                .setParameter("hash", SecretToken.hash(token))
                .getResultStream()
                .findFirst();
    }

    /** An open request of the person that the same answer answers. */
    public Optional<DataRequest> findOpen(AccountId account, RequestKind kind) {
        return em.createQuery(
                        "select r from DataRequest r, RequestPerson p where p.requestId = r.id and p.accountId = :account"
                                + " and r.closedAt is null and r.kind in :kinds order by r.receivedAt",
                        DataRequest.class)
                .setParameter("account", account.value())
                .setParameter("kinds", kind.sameAnswer())
                .getResultStream()
                .findFirst();
    }

    /** All of a person, the newest first. */
    public List<DataRequest> of(Collection<String> personHashes) {
        return em.createQuery(
                        "select r from DataRequest r where r.personHash in :hashes order by r.receivedAt desc",
                        DataRequest.class)
                .setParameter("hashes", personHashes)
                .setMaxResults(100)
                .getResultList();
    }

    /** Empty once the request was answered. */
    public Optional<RequestPerson> person(UUID request) {
        return Optional.ofNullable(em.find(RequestPerson.class, request));
    }

    public void forget(UUID request) {
        person(request).ifPresent(em::remove);
    }

    /** @return whether it was free */
    public boolean claim(UUID request, Instant now) {
        return em.createQuery("update DataRequest r set r.busyUntil = :until where r.id = :id and r.closedAt is null"
                                + " and (r.busyUntil is null or r.busyUntil <= :now)")
                        .setParameter("until", now.plus(LEASE))
                        .setParameter("id", request)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Ids of open requests that come after one. */
    public List<UUID> open(UUID after, int limit) {
        return em.createQuery(
                        "select r.id from DataRequest r where r.closedAt is null and r.id > :after order by r.id",
                        UUID.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether somebody waits for what the program does by itself, at once. */
    public boolean isAnyoneWaiting(Instant now) {
        return em.createQuery(
                                "select count(r) from DataRequest r where r.closedAt is null and r.kind in :kinds"
                                        + " and r.state = :running and (r.busyUntil is null or r.busyUntil <= :now)",
                                Long.class)
                        .setParameter(
                                "kinds",
                                EnumSet.of(
                                        RequestKind.ACCESS,
                                        RequestKind.PORTABILITY,
                                        RequestKind.KNOW,
                                        RequestKind.OPT_OUT))
                        .setParameter("running", RequestState.RUNNING)
                        .setParameter("now", now)
                        .getSingleResult()
                > 0;
    }

    public List<RequestStep> steps(UUID request) {
        return em.createQuery(
                        "select s from RequestStep s where s.requestId = :request order by s.doneAt", RequestStep.class)
                .setParameter("request", request)
                .getResultList();
    }

    public void stepDone(UUID request, RequestStepName step, Instant at) {
        if (steps(request).stream().noneMatch(done -> done.step() == step)) {
            em.persist(new RequestStep(request, step, at));
        }
    }

    public int count(RequestFilter filter) {
        return em.createQuery(
                        "select count(r) from DataRequest r where r.kind in :kinds and r.state in :states", Long.class)
                .setParameter("kinds", kinds(filter))
                .setParameter("states", states(filter))
                .getSingleResult()
                .intValue();
    }

    /** Open ones first, by the day they are due; then the others, the newest first: no end comes first of all, in SQL. */
    public List<DataRequest> find(RequestFilter filter, int first, int limit) {
        return em.createQuery(
                        "select r from DataRequest r where r.kind in :kinds and r.state in :states"
                                + " order by r.closedAt desc, r.dueAt, r.id",
                        DataRequest.class)
                .setParameter("kinds", kinds(filter))
                .setParameter("states", states(filter))
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultList();
    }

    private static Set<RequestKind> kinds(RequestFilter filter) {
        return filter.kind().<Set<RequestKind>>map(EnumSet::of).orElseGet(() -> EnumSet.allOf(RequestKind.class));
    }

    private static Set<RequestState> states(RequestFilter filter) {
        var states = EnumSet.allOf(RequestState.class);
        filter.open().ifPresent(open -> states.removeIf(state -> state.isOver() == open));
        return states;
    }
}
