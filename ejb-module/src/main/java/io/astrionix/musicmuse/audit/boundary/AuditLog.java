package io.astrionix.musicmuse.audit.boundary;

import io.astrionix.musicmuse.audit.control.AuditWriter;
import io.astrionix.musicmuse.shared.CurrentOrigin;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** The way into the audit log. Open to all: every context writes to it, also for strangers. */
@Stateless
@PermitAll
public class AuditLog {

    private AuditWriter writer;
    private CurrentOrigin origin;
    private Clock clock;

    public AuditLog() {} // required by the EJB proxy

    @Inject
    public AuditLog(AuditWriter writer, CurrentOrigin origin, Clock clock) {
        this.writer = writer;
        this.origin = origin;
        this.clock = clock;
    }

    /** Writes what was done, in the transaction that does it: both are there afterwards, or neither. */
    public void record(AuditEvent event) {
        writer.write(event, origin.get(), clock.instant());
    }

    /** Writes what was refused or failed, whatever becomes of the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordRefusal(AuditEvent event) {
        record(event);
    }
}
