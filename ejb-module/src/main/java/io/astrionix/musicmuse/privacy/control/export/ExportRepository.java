package io.astrionix.musicmuse.privacy.control.export;

import io.astrionix.musicmuse.privacy.entity.ExportFile;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which export files there are. */
@Dependent
@Transactional
public class ExportRepository {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Made once more after a crash, the file replaces the one before. */
    public void keep(UUID request, AccountId account, long bytes) {
        remove(request);
        em.persist(new ExportFile(request, account, bytes, clock.instant()));
    }

    public Optional<ExportFile> find(UUID request) {
        return Optional.ofNullable(em.find(ExportFile.class, request));
    }

    /** The newest of an account. */
    public Optional<ExportFile> of(AccountId account) {
        return em.createQuery(
                        "select f from ExportFile f where f.accountId = :account order by f.madeAt desc",
                        ExportFile.class)
                .setParameter("account", account.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<UUID> all() {
        return em.createQuery("select f.requestId from ExportFile f", UUID.class)
                .getResultList();
    }

    List<UUID> madeBefore(Instant moment) {
        return em.createQuery("select f.requestId from ExportFile f where f.madeAt < :moment", UUID.class)
                .setParameter("moment", moment)
                .getResultList();
    }

    /** @return whether it was there */
    boolean remove(UUID request) {
        return em.createQuery("delete from ExportFile f where f.requestId = :request")
                        .setParameter("request", request)
                        .executeUpdate()
                == 1;
    }
}
