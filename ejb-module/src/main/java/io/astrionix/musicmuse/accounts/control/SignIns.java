package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignIn;
import io.astrionix.musicmuse.accounts.entity.SignIn.Limits;
import io.astrionix.musicmuse.accounts.entity.SignInEnd;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.CurrentOrigin;
import io.astrionix.musicmuse.shared.Role;
import io.astrionix.musicmuse.shared.Setting;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The sign-ins of all accounts. Needs the caller's transaction. */
@Dependent
public class SignIns {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Inject
    private CurrentOrigin origin;

    /** Begins one for the device of the current request. */
    public SignIn begin(Account account, SignInLevel level) {
        var signIn = new SignIn(account, level, limits(account.roles()), origin.get(), clock.instant());
        em.persist(signIn);
        return signIn;
    }

    /** Staff: whoever has a role that needs a second factor. */
    private Limits limits(Set<Role> roles) {
        return roles.stream().anyMatch(Role::needsSecondFactor)
                ? new Limits(settings.duration(Setting.STAFF_IDLE), settings.duration(Setting.STAFF_SIGN_IN))
                : new Limits(settings.duration(Setting.LEARNER_IDLE), settings.duration(Setting.LEARNER_SIGN_IN));
    }

    /** Empty if there is none, it has ended or run out. */
    public Optional<SignIn> findOpen(UUID id) {
        return Optional.ofNullable(em.find(SignIn.class, id)).filter(signIn -> signIn.isOpen(clock.instant()));
    }

    /** Newest first. */
    public List<SignIn> openOf(AccountId account) {
        return em.createQuery(
                        "select s from SignIn s where s.accountId = :account and s.endedAt is null"
                                + " order by s.createdAt desc",
                        SignIn.class)
                .setParameter("account", account.value())
                .getResultStream()
                .filter(signIn -> signIn.isOpen(clock.instant()))
                .toList();
    }

    /** Those of {@code ids} that are open and whose account is still what it was. */
    public Set<UUID> stillOpen(Collection<UUID> ids) {
        var now = clock.instant();
        return em.createQuery(
                        "select s, a from SignIn s, Account a where s.id in :ids and a.id = s.accountId",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .filter(pair -> ((SignIn) pair[0]).isOpenFor((Account) pair[1], now))
                .map(pair -> ((SignIn) pair[0]).id())
                .collect(Collectors.toSet());
    }

    /** Ends all of an account, for whatever makes them worth nothing: a lock, other roles, another password. */
    public int endAll(AccountId account, SignInEnd reason) {
        var open = openOf(account);
        open.forEach(signIn -> signIn.end(reason, clock.instant()));
        return open.size();
    }

    /** Ends all of an account but one. */
    public int endOthers(SignIn kept, SignInEnd reason) {
        var others = openOf(kept.account()).stream()
                .filter(signIn -> !signIn.id().equals(kept.id()))
                .toList();
        others.forEach(signIn -> signIn.end(reason, clock.instant()));
        return others.size();
    }
}
