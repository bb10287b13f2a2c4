package io.astrionix.musicmuse.audit.boundary;

import io.astrionix.musicmuse.audit.control.AuditErasure;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Set;

/**
 * The retention and erasure jobs' door into the audit log. Open to all roles because a job has none; only batch-module
 * and the context {@code erasure} may import it (held by the architecture test). The database itself refuses what is too young.
 */
@Stateless
@PermitAll
public class AuditRetention {

    private AuditErasure erasure;

    public AuditRetention() {} // required by the EJB proxy

    @Inject
    public AuditRetention(AuditErasure erasure) {
        this.erasure = erasure;
    }

    /**
     * Ends entries sealed before a moment that is at least a year ago (R39). The chain still verifies.
     *
     * @return how many entries went
     */
    public long expire(@NotNull Instant sealedBefore) {
        return erasure.expire(sealedBefore);
    }

    /**
     * Makes the account's pseudonym lead to nobody, and takes the personal values of its events away, but for where
     * security events came from, which stay their year (A6).
     *
     * <p>What is held stays, and with it what leads to it (A10): {@link #knows} says so.
     *
     * @param addresses email addresses the account has or had: tried by strangers, they are in events of nobody
     * @return how many rows went
     */
    public long forget(@NotNull AccountId account, @NotNull Set<String> addresses) {
        return erasure.forget(account, addresses);
    }

    /** Whether the account's pseudonym still leads to it. */
    public boolean knows(@NotNull AccountId account) {
        return erasure.knows(account);
    }
}
