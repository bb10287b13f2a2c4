package io.astrionix.musicmuse.limits.boundary;

import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.limits.control.AllowanceRepository;
import io.astrionix.musicmuse.shared.CurrentOrigin;
import io.astrionix.musicmuse.shared.Settings;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/**
 * Lets something happen so often and no more (ASVS 2.4.1, 6.3.1): a number at once, and then again one each time its
 * share of the period has passed. Open to all: strangers are limited first of all. Each call commits by itself, so that
 * a caller that fails has still used its turn.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RequestLimits {

    private AllowanceRepository allowances;
    private Settings settings;
    private CurrentOrigin origin;
    private AuditLog audit;

    public RequestLimits() {} // required by the EJB proxy

    @Inject
    public RequestLimits(AllowanceRepository allowances, Settings settings, CurrentOrigin origin, AuditLog audit) {
        this.allowances = allowances;
        this.settings = settings;
        this.origin = origin;
        this.audit = audit;
    }

    /**
     * Takes a turn for the network the request comes from: /24 of an IPv4 address, /48 of an IPv6 one. Work of the
     * server itself is not limited.
     *
     * @return false: over the limit; nothing may happen, and the answer is 429
     */
    public boolean tryTake(@NotNull Limit limit) {
        var address = origin.get().address();
        return address.isEmpty() || take(limit, AddressPrefix.of(address.get()));
    }

    /**
     * Takes a turn for anything else, such as an account's id.
     *
     * @return false: over the limit; nothing may happen, and the answer is 429
     */
    public boolean tryTake(
            @NotNull Limit limit, @NotNull @Size(min = 1, max = 320) @Pattern(regexp = "\\P{Cntrl}*") String key) {
        return take(limit, key);
    }

    /** The longest that somebody over the limit has to wait for the next turn, for {@code Retry-After}. */
    public Duration longestWait(@NotNull Limit limit) {
        return settings.rate(limit.setting()).interval();
    }

    private boolean take(Limit limit, String key) {
        var rate = settings.rate(limit.setting());
        boolean taken = allowances.take(limit.name(), key, rate);
        if (!taken && limit != Limit.REFUSAL_NOTE && allowances.isFirstRefusal(limit.name(), key, rate.period())) {
            audit.record(AuditEvent.refused(AuditAction.REQUEST_LIMITED).with("limit", limit));
        }
        return taken;
    }
}
