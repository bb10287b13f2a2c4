package io.astrionix.musicmuse.audit.entity;

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
import java.util.UUID;

/** Which account a pseudonym of the audit log stands for. Deleted, the pseudonym leads to nobody (A6). */
@Entity
@Table(name = "audit_subject")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "security-log", retention = "audit-1y")
public class AuditSubject {

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.DELETE,
            why = "whom entries of the audit log are about")
    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @NotPersonal("random bytes")
    @Column(nullable = false, updatable = false)
    private byte[] salt;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.DELETE,
            why = "what entries of the audit log call the account")
    @Column(nullable = false, updatable = false)
    private String pseudonym;

    protected AuditSubject() {} // JPA

    public UUID accountId() {
        return accountId;
    }

    public String pseudonym() {
        return pseudonym;
    }
}
