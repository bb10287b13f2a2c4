package io.astrionix.musicmuse.accounts.boundary;

import io.astrionix.musicmuse.accounts.control.AccountRepository;
import io.astrionix.musicmuse.accounts.control.RecentChecks;
import io.astrionix.musicmuse.accounts.control.SignIns;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignIn;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Says of sign-ins whether they are still open, on every node alike. Open to all: the authentication mechanism asks
 * before anybody is known to the container.
 */
@Stateless
@PermitAll
public class SignInSessions {

    /** Being seen is written at most this often. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private SignIns signIns;
    private AccountRepository accounts;
    private RecentChecks recent;
    private Clock clock;

    public SignInSessions() {} // required by the EJB proxy

    @Inject
    public SignInSessions(SignIns signIns, AccountRepository accounts, RecentChecks recent, Clock clock) {
        this.signIns = signIns;
        this.accounts = accounts;
        this.recent = recent;
        this.clock = clock;
    }

    /**
     * The sign-in with its account's present roles, at most a second old; counts as being used.
     *
     * @return empty once it has ended or run out, or its account may not be signed in any more
     */
    public Optional<SignInView> check(@NotNull UUID id) {
        return recent.get(id, () -> load(id));
    }

    private Optional<SignInView> load(UUID id) {
        return signIns.findOpen(id).flatMap(signIn -> accounts.find(signIn.account())
                .filter(account -> signIn.isOpenFor(account, clock.instant()))
                .map(account -> view(seen(signIn), account)));
    }

    private SignIn seen(SignIn signIn) {
        var now = clock.instant();
        if (signIn.lastSeenAt().plus(SEEN_EVERY).isBefore(now)) {
            signIn.seen(now);
        }
        return signIn;
    }

    private static SignInView view(SignIn signIn, Account account) {
        var roles = account.rolesAt(signIn.level());
        return new SignInView(
                signIn.id(),
                account.id(),
                account.displayName(),
                roles,
                account.needsMoreThan(signIn.level()),
                signIn.idle());
    }

    /** Those that are open, of many: one question for all sockets of this server. Does not count as being used. */
    public Set<UUID> stillOpen(@NotNull Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : signIns.stillOpen(ids);
    }
}
