package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignInLane;
import io.astrionix.musicmuse.accounts.entity.SignInLane.Admission;
import io.astrionix.musicmuse.limits.boundary.AddressPrefix;
import io.astrionix.musicmuse.shared.CurrentOrigin;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The counters of wrong passwords, shared by all nodes: a row lock makes tries on the same lane wait for each other. Each
 * call is a transaction of its own, so that a counted try stays counted whatever comes after it.
 */
@Dependent
@Transactional(TxType.REQUIRES_NEW)
public class SignInLanes {

    private static final Duration NETWORK_WINDOW = Duration.ofMinutes(15);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private KeyedHash hash;

    @Inject
    private CurrentOrigin origin;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Whether a password for this email may be looked at; if so, it is counted as wrong until {@link #right}. */
    public Admission admit(String email, Lane lane) {
        if (lane == Lane.UNKNOWN_DEVICE && isNetworkLimited()) {
            return Admission.SHUT;
        }
        var id = id(email, lane);
        em.createNativeQuery("insert into musicmuse.sign_in_lane"
                        + " (id, recent_failures, consecutive, locks, last_failed_at)"
                        + " values (?, '', 0, 0, ?) on conflict (id) do nothing")
                .setParameter(1, id)
                .setParameter(2, now())
                .executeUpdate();
        return em.find(SignInLane.class, id, LockModeType.PESSIMISTIC_WRITE).admit(clock.instant());
    }

    /** The password was right: the lane's failures are forgotten. */
    public void right(String email, Lane lane) {
        open(email, lane);
    }

    /** The password was wrong: the network it came from is told, too. */
    public void wrong(String email) {
        network().ifPresent(network -> em.createNativeQuery("insert into musicmuse.sign_in_network as n"
                        + " (id, network, failures, last_failed_at) values (?, ?, 1, ?)"
                        + " on conflict (id) do update set last_failed_at = excluded.last_failed_at,"
                        + " failures = case when n.last_failed_at < ? then 1 else n.failures + 1 end")
                .setParameter(1, hash.of("network " + network, Account.canonical(email)))
                .setParameter(2, network)
                .setParameter(3, now())
                .setParameter(4, windowBegin())
                .executeUpdate());
    }

    /** Opens both lanes of an account: its owner has read a mail of ours, or used a passkey. */
    public void openAll(String email) {
        for (var lane : Lane.values()) {
            open(email, lane);
        }
    }

    /** Whether it stays shut until somebody opens it. */
    public boolean isClosed(String email, Lane lane) {
        var found = em.find(SignInLane.class, id(email, lane));
        return found != null && found.isClosed();
    }

    public void open(String email, Lane lane) {
        em.createQuery("delete from SignInLane l where l.id = :id")
                .setParameter("id", id(email, lane))
                .executeUpdate();
    }

    /** Too many wrong passwords, or wrong passwords for too many accounts, from where this request comes from. */
    private boolean isNetworkLimited() {
        return network()
                .map(network -> (Object[]) em.createNativeQuery("select coalesce(sum(failures), 0), count(*)"
                                + " from musicmuse.sign_in_network where network = ? and last_failed_at >= ?")
                        .setParameter(1, network)
                        .setParameter(2, windowBegin())
                        .getSingleResult())
                .map(sums -> ((Number) sums[0]).longValue() >= settings.count(Setting.NETWORK_FAILURES)
                        || ((Number) sums[1]).longValue() >= settings.count(Setting.NETWORK_ACCOUNTS))
                .orElse(false);
    }

    private Optional<String> network() {
        return origin.get().address().map(AddressPrefix::of).map(prefix -> hash.of("network", prefix));
    }

    private String id(String email, Lane lane) {
        return hash.of("lane " + lane, Account.canonical(email));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private OffsetDateTime windowBegin() {
        return now().minus(NETWORK_WINDOW);
    }
}
