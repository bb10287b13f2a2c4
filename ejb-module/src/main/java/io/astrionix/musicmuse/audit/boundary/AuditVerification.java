package io.astrionix.musicmuse.audit.boundary;

import io.astrionix.musicmuse.audit.control.AuditQueries;
import io.astrionix.musicmuse.audit.control.ChainDatabase;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.Optional;

/** Whether the audit log is what was written. */
@Stateless
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // a year's events take longer than a transaction may
public class AuditVerification {

    /** Value of the detail "result" in the event of a verification. */
    static final String WHOLE = "WHOLE";

    private ChainDatabase chain;
    private AuditQueries queries;
    private AuditLog log;
    private Clock clock;

    public AuditVerification() {} // required by the EJB proxy

    @Inject
    public AuditVerification(ChainDatabase chain, AuditQueries queries, AuditLog log, Clock clock) {
        this.chain = chain;
        this.queries = queries;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Checks the whole log: a second for some ten thousand events. That it was checked is an event itself.
     *
     * @throws java.io.UncheckedIOException if the anchor file cannot be read
     */
    public ChainState verify(@NotNull AccountId by) {
        var now = clock.instant();
        var verified = chain.verify(now);
        var state = new ChainState(
                now,
                verified.head(),
                verified.entries(),
                verified.finding().map(finding -> finding.damage().name()),
                verified.finding().map(finding -> finding.seq()).orElse(0L));
        log.record(AuditEvent.done(AuditAction.AUDIT_VERIFIED)
                .by(by)
                .with("head", state.head())
                .with("entries", state.entries())
                .with("result", state.damage().orElse(WHOLE))
                .with("at", state.damagedAt()));
        return state;
    }

    /** The last verification that somebody asked for. */
    public Optional<ChainState> last() {
        return queries.lastVerification(WHOLE);
    }

    /** How far the chain has come, and what waits. */
    public SealState sealed() {
        return queries.sealState();
    }
}
