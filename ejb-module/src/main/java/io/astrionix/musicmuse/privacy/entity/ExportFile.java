package io.astrionix.musicmuse.privacy.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file with everything about somebody, ready to be fetched for a time. The file itself is outside the database. */
@Entity
@Table(name = "export_file")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "rights-requests", retention = "export-48h")
public class ExportFile {

    @NotPersonal("surrogate key of the request")
    @Id
    @Column(name = "request_id")
    private UUID requestId;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose file it is")
    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "how large the file is")
    @Column(nullable = false, updatable = false)
    private long bytes;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "until when the file can be had")
    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt;

    protected ExportFile() {} // JPA

    public ExportFile(UUID requestId, AccountId account, long bytes, Instant madeAt) {
        this.requestId = requestId;
        this.accountId = account.value();
        this.bytes = bytes;
        this.madeAt = madeAt;
    }

    public UUID requestId() {
        return requestId;
    }

    public AccountId account() {
        return new AccountId(accountId);
    }

    public long bytes() {
        return bytes;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
