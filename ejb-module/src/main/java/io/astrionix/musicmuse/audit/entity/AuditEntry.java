package io.astrionix.musicmuse.audit.entity;

import io.astrionix.musicmuse.audit.control.chain.EntryFields;
import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One event of the audit log, as written; never changed. Whom it is about only {@link AuditSubject} knows. */
@Entity
@Table(name = "audit_entry")
@Cacheable(false)
@PersonalRecord(subject = "actor", activity = "security-log", retention = "audit-1y", erase = Erase.RETAIN)
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
            why = "who did it; a pseudonym that leads to nobody after erasure")
    @Column(updatable = false)
    private String actor;

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
            why = "to which thing; an account by its pseudonym")
    @Column(name = "object_id", nullable = false, updatable = false)
    private String objectId;

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

    @NotPersonal("keyed hashes that tell nothing without the salts beside the values")
    @Column(nullable = false, updatable = false)
    private String commitments;

    protected AuditEntry() {} // JPA

    public AuditEntry(EntryFields fields) {
        this.id = fields.id();
        this.occurredAt = fields.occurredAt();
        this.action = fields.action();
        this.outcome = fields.outcome();
        this.actor = fields.actor();
        this.objectType = fields.objectType();
        this.objectId = fields.objectId();
        this.details = fields.details();
        this.commitments = fields.commitments();
    }
}
