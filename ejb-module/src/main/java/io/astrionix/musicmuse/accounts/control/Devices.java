package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.KnownDevice;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.CurrentOrigin;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which browsers an account has signed in from. Changes need the caller's transaction. */
@Dependent
public class Devices {

    /** The one not used for the longest time makes room. */
    private static final int MOST = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private KeyedHash hash;

    @Inject
    private CurrentOrigin origin;

    @Inject
    private Clock clock;

    /** The lane of the current request for that account; for an email without an account always the unknown one. */
    public Lane lane(Optional<Account> account) {
        return account.flatMap(known -> find(known.id())).isPresent() ? Lane.KNOWN_DEVICE : Lane.UNKNOWN_DEVICE;
    }

    private Optional<KnownDevice> find(AccountId account) {
        return browser().flatMap(browser -> of(account).stream()
                .filter(device -> device.browser().equals(browser))
                .findFirst());
    }

    private Optional<UUID> browser() {
        return origin.deviceCookie().flatMap(hash::browserOf);
    }

    /** Those still known, the one used last first. */
    public List<KnownDevice> of(AccountId account) {
        var now = clock.instant();
        return em.createQuery(
                        "select d from KnownDevice d where d.accountId = :account order by d.lastSeenAt desc",
                        KnownDevice.class)
                .setParameter("account", account.value())
                .getResultStream()
                .filter(device -> device.isKnown(now))
                .toList();
    }

    /** Remembers the browser of the current request. Gives the value for its cookie, which lasts from now. */
    public String remember(AccountId account) {
        var words = origin.get().device().orElse("");
        var browser = browser().orElseGet(UUID::randomUUID);
        find(account).ifPresentOrElse(known -> known.seen(words, clock.instant()), () -> {
            of(account).stream().skip(MOST - 1L).forEach(em::remove);
            em.persist(new KnownDevice(account, browser, words, clock.instant()));
        });
        return hash.cookie(browser);
    }

    /** Forgets one of the account's. @return whether there was one */
    public boolean forget(AccountId account, UUID id) {
        return em.createQuery("delete from KnownDevice d where d.id = :id and d.accountId = :account")
                        .setParameter("id", id)
                        .setParameter("account", account.value())
                        .executeUpdate()
                == 1;
    }

    /** Forgets all of the account's: whoever knew the old password may have been on one of them. */
    public void forgetAll(AccountId account) {
        em.createQuery("delete from KnownDevice d where d.accountId = :account")
                .setParameter("account", account.value())
                .executeUpdate();
    }
}
