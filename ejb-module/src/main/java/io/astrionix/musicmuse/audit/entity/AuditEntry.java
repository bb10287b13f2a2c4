package io.astrionix.musicmuse.audit.entity;

import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
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
@PersonalRecord(subject = "actorId", activity = "security-log", retention = "audit-1y", erase = Erase.RETAIN)
public class AuditEntry {

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when it happened")
    @Column(name = "occurred_at", nullable = false, updatable = false)
    private Instant occurredAt;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what was done")
    @Column(nullable = false, updatable = false)
    private String action;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "whether it worked")
    @Column(nullable = false, updatable = false)
    private String outcome;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.PSEUDONYM,
            why = "who did it")
    @Column(name = "actor_id", updatable = false)
    private UUID actorId;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "to what kind of thing")
    @Column(name = "object_type", nullable = false, updatable = false)
    private String objectType;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.PSEUDONYM,
            why = "to which thing")
    @Column(name = "object_id", nullable = false, updatable = false)
    private String objectId;

    @PersonalData(
            category = Category.NETWORK,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "from which address")
    @Column(updatable = false)
    private String address;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what tells such events apart")
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
