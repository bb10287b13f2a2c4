package io.astrionix.musicmuse.accounts.control;

import io.astrionix.musicmuse.shared.AccountId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Counts in the database, so that all nodes count as one, how often an account's codes are tried: {@value #TRIES} times in
 * 15 minutes (ASVS 6.6.3). Nobody is locked out by strangers: whoever gets here has given the password.
 */
@Dependent
public class SecondFactorTryLimit {

    static final int TRIES = 5;
    static final Duration PERIOD = Duration.ofMinutes(15);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** @return whether there is a try left, which is counted before the code is looked at; refused ones do not count */
    public boolean take(AccountId account) {
        var now = clock.instant();
        return em.createNativeQuery("insert into musicmuse.second_factor_tries as t (account_id, since, tries)"
                                + " values (?1, ?2, 1) on conflict (account_id) do update set"
                                + " tries = case when t.since <= ?3 then 1 else t.tries + 1 end,"
                                + " since = case when t.since <= ?3 then ?2 else t.since end"
                                + " where t.since <= ?3 or t.tries < ?4")
                        .setParameter(1, account.value())
                        .setParameter(2, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .setParameter(3, OffsetDateTime.ofInstant(now.minus(PERIOD), ZoneOffset.UTC))
                        .setParameter(4, TRIES)
                        .executeUpdate()
                == 1;
    }

    /** After a right code. */
    public void clear(AccountId account) {
        em.createQuery("delete from SecondFactorTries t where t.accountId = :account")
                .setParameter("account", account.value())
                .executeUpdate();
    }
}
