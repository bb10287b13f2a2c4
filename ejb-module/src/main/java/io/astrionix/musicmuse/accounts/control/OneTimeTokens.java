package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.accounts.entity.OneTimeToken;
import io.astrionix.musicmuse.accounts.entity.OneTimeToken.Use;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Makes and redeems the links of mails. Needs the caller's transaction. */
@Dependent
public class OneTimeTokens {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** @return the token for the link; the database gets its hash only. Earlier tokens of the same use stop working. */
    public String issue(Use use, AccountId account, Duration lifetime, Optional<String> payload) {
        revoke(use, account);
        return add(use, Optional.of(account), lifetime, payload);
    }

    /** A token that belongs to no account yet. */
    public String issueWithoutAccount(Use use, Duration lifetime) {
        return add(use, Optional.empty(), lifetime, Optional.empty());
    }

    /** Looks without using it up: for a page that asks before it acts. */
    public Optional<OneTimeToken> peek(Use use, String token) {
        return em.createQuery(
                        "select t from OneTimeToken t where t.use = :use and t.tokenHash = :hash and t.expiresAt > :now",
                        OneTimeToken.class)
                .setParameter("use", use)
                .setParameter("hash", SecretToken.hash(token))
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /** Uses the token up: of two requests with the same one, one gets it (the row is deleted once). */
    public Optional<OneTimeToken> redeem(Use use, String token) {
        return peek(use, token)
                .filter(found -> em.createQuery("delete from OneTimeToken t where t.id = :id")
                                .setParameter("id", found.id())
                                .executeUpdate()
                        == 1);
    }

    public void revoke(Use use, AccountId account) {
        em.createQuery("delete from OneTimeToken t where t.use = :use and t.accountId = :account")
                .setParameter("use", use)
                .setParameter("account", account.value())
                .executeUpdate();
    }

    private String add(Use use, Optional<AccountId> account, Duration lifetime, Optional<String> payload) {
        var token = SecretToken.next();
        var now = clock.instant();
        em.persist(new OneTimeToken(use, account, SecretToken.hash(token), payload, now, now.plus(lifetime)));
        return token;
    }
}
