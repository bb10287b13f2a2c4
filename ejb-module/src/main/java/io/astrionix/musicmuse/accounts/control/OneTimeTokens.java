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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        var token = SecretToken.next();
        var now = clock.instant();
        em.persist(new OneTimeToken(use, account, SecretToken.hash(token), payload, now, now.plus(lifetime)));
        return token;
    }

    /** A token that belongs to no account yet; what it is about is in the payload. */
    public String issueWithoutAccount(Use use, Duration lifetime, String payload) {
        var token = SecretToken.next();
        var now = clock.instant();
        // EclipseLink can neither write nor read a UUID that is null: so that column stays out of these statements.
        em.createNativeQuery(
                        "insert into musicmuse.one_time_token"
                                + " (id, token_use, token_hash, created_at, expires_at, payload) values (gen_random_uuid(), ?, ?, ?, ?, ?)")
                .setParameter(1, use.name())
                .setParameter(2, SecretToken.hash(token))
                .setParameter(3, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .setParameter(4, OffsetDateTime.ofInstant(now.plus(lifetime), ZoneOffset.UTC))
                .setParameter(5, payload)
                .executeUpdate();
        return token;
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

    /** The payload of a token that belongs to no account, without using it up. */
    public Optional<String> peekWithoutAccount(Use use, String token) {
        return em.createQuery(
                        "select t.payload from OneTimeToken t where t.use = :use and t.tokenHash = :hash"
                                + " and t.expiresAt > :now and t.accountId is null",
                        String.class)
                .setParameter("use", use)
                .setParameter("hash", SecretToken.hash(token))
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /** Uses a token up that belongs to no account: of two requests with the same one, one gets its payload. */
    public Optional<String> redeemWithoutAccount(Use use, String token) {
        return peekWithoutAccount(use, token)
                .filter(payload -> em.createQuery("delete from OneTimeToken t where t.tokenHash = :hash")
                                .setParameter("hash", SecretToken.hash(token))
                                .executeUpdate()
                        == 1);
    }

    public void revoke(Use use, AccountId account) {
        em.createQuery("delete from OneTimeToken t where t.use = :use and t.accountId = :account")
                .setParameter("use", use)
                .setParameter("account", account.value())
                .executeUpdate();
    }

    /** Ends tokens that belong to no account and were sent to an address, which is the last word of what they are about. */
    public void revokeSentTo(String address) {
        em.createNativeQuery("delete from musicmuse.one_time_token where account_id is null"
                        + " and (payload = ? or right(payload, length(?) + 1) = ' ' || ?)")
                .setParameter(1, address)
                .setParameter(2, address)
                .setParameter(3, address)
                .executeUpdate();
    }

    /** Ends all tokens of a use that belong to no account. */
    public void revokeWithoutAccount(Use use) {
        em.createQuery("delete from OneTimeToken t where t.use = :use and t.accountId is null")
                .setParameter("use", use)
                .executeUpdate();
    }
}
