package io.astrionix.musicmuse.audit.entity;

import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.shared.RequestOrigin.Origin;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One event of the audit log, as written; never changed. */
@Entity
@Table(name = "audit_entry")
@Cacheable(false)
public class AuditEntry {

    @Id
    private UUID id;

    @Column(name = "occurred_at", nullable = false, updatable = false)
    private Instant occurredAt;

    @Column(nullable = false, updatable = false)
    private String action;

    @Column(nullable = false, updatable = false)
    private String outcome;

    @Column(name = "actor_id", updatable = false)
    private UUID actorId;

    @Column(name = "object_type", nullable = false, updatable = false)
    private String objectType;

    @Column(name = "object_id", nullable = false, updatable = false)
    private String objectId;

    @Column(updatable = false)
    private String address;

    @Column(nullable = false, updatable = false)
    private String details;

    protected AuditEntry() {} // JPA

    public AuditEntry(AuditEvent event, Origin origin, Instant occurredAt) {
        this.id = UUID.randomUUID();
        this.occurredAt = occurredAt;
        this.action = event.action().name();
        this.outcome = event.outcome().name();
        this.actorId = event.actor().map(actor -> actor.value()).orElse(null);
        this.objectType = event.objectType();
        this.objectId = event.objectId();
        this.address = origin.address().orElse(null);
        this.details = event.details().toString();
    }
}
