package io.astrionix.musicmuse.limits.control;

import io.astrionix.musicmuse.shared.Rate;
import io.astrionix.musicmuse.shared.SecretToken;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;

/**
 * Allowances in the database. Taking a turn is one statement (the generic cell rate algorithm, ITU-T I.371): a row says
 * until when the turns taken so far use up what the rate gives, and moves on by one turn unless that is a whole period
 * ahead. Row locks and the database's clock make all servers one.
 */
@Dependent
public class AllowanceRepository {

    private static final String TAKE = """
            insert into musicmuse.request_allowance (id, limit_name, used_until)
            values (?1, ?2, clock_timestamp() + make_interval(secs => ?3))
            on conflict (id) do update
            set used_until = greatest(request_allowance.used_until, clock_timestamp()) + make_interval(secs => ?4)
            where greatest(request_allowance.used_until, clock_timestamp()) + make_interval(secs => ?5)
                <= clock_timestamp() + make_interval(secs => ?6)
            """;

    private static final String REFUSE = """
            update musicmuse.request_allowance set refused_at = clock_timestamp()
            where id = ?1 and (refused_at is null or refused_at < clock_timestamp() - make_interval(secs => ?2))
            """;

    private static final String FORGET = "delete from musicmuse.request_allowance where used_until < clock_timestamp()";

    private static final double MILLIS = 1e3;

    @PersistenceContext
    private EntityManager em;

    /** @return whether there was a turn left */
    public boolean take(String limit, String key, Rate rate) {
        double interval = seconds(rate.interval());
        return em.createNativeQuery(TAKE)
                        .setParameter(1, id(limit, key))
                        .setParameter(2, limit)
                        .setParameter(3, interval)
                        .setParameter(4, interval)
                        .setParameter(5, interval)
                        .setParameter(6, seconds(rate.period()))
                        .executeUpdate()
                == 1;
    }

    /** Notes a refusal; true for the first one in a period. */
    public boolean isFirstRefusal(String limit, String key, Duration period) {
        return em.createNativeQuery(REFUSE)
                        .setParameter(1, id(limit, key))
                        .setParameter(2, seconds(period))
                        .executeUpdate()
                == 1;
    }

    /** Deletes what no longer limits anything. */
    public int forgetPast() {
        return em.createNativeQuery(FORGET).executeUpdate();
    }

    /** The key may be an address or an account: kept is a hash, as long as it limits. */
    private static String id(String limit, String key) {
        return SecretToken.hash(limit + ' ' + key);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS;
    }
}
