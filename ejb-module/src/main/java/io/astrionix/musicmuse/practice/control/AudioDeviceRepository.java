package io.astrionix.musicmuse.practice.control;

import io.astrionix.musicmuse.practice.boundary.AudioDeviceView;
import io.astrionix.musicmuse.practice.entity.AudioDevice;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Audio devices in the database. */
@Dependent
public class AudioDeviceRepository {

    /** How many devices of one account are kept: the ones measured last. */
    public static final int LIMIT = 20;

    @PersistenceContext
    private EntityManager em;

    /** Adds a device and drops the ones measured longest ago above {@value #LIMIT}. */
    public void add(AccountId account, AudioDevice device) {
        em.persist(device);
        em.createQuery(
                        "select d from AudioDevice d where d.accountId = :account order by d.measuredAt desc",
                        AudioDevice.class)
                .setParameter("account", account.value())
                .setFirstResult(LIMIT)
                .getResultList()
                .forEach(em::remove);
    }

    public Optional<AudioDevice> findByKey(AccountId account, String deviceKey) {
        return em.createQuery(
                        "select d from AudioDevice d where d.accountId = :account and d.deviceKey = :key",
                        AudioDevice.class)
                .setParameter("account", account.value())
                .setParameter("key", deviceKey)
                .getResultStream()
                .findFirst();
    }

    /** The account's devices, the one measured last first. */
    public List<AudioDeviceView> ofAccount(AccountId account) {
        return em.createQuery(
                        "select new io.astrionix.musicmuse.practice.boundary.AudioDeviceView(d.id, d.deviceKey, d.label,"
                                + " d.latencyMillis, d.spreadMillis, d.measuredAt) from AudioDevice d"
                                + " where d.accountId = :account order by d.measuredAt desc",
                        AudioDeviceView.class)
                .setParameter("account", account.value())
                .getResultList();
    }
}
