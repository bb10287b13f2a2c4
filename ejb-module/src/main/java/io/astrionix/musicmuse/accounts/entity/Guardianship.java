package io.astrionix.musicmuse.accounts.entity;

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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Who answers for a minor, from the consent on, until it is withdrawn or the minor comes of age (R63). */
@Entity
@Table(name = "guardianship")
@Cacheable(false)
@PersonalRecord(subject = "minorId", others = "guardianId", activity = "guardians", retention = "account-active")
public class Guardianship {

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    @Version
    private long version;

    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.NONE,
            why = "whose guardian it is")
    @Column(name = "minor_id", nullable = false, updatable = false)
    private UUID minorId;

    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.EXISTENCE,
            why = "who consented")
    @Column(name = "guardian_id", nullable = false, updatable = false)
    private UUID guardianId;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the guardian consented")
    @Column(name = "consented_at", nullable = false, updatable = false)
    private Instant consentedAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "what exactly the guardian consented to")
    @Column(name = "text_version", nullable = false, updatable = false)
    private String textVersion;

    /** Whether data may go to third parties such as AI providers; a consent of its own (R63). */
    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.ACCESS,
            why = "whether data may go to AI providers")
    @Column(name = "ai_disclosure", nullable = false)
    private boolean aiDisclosure;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the guardian withdrew")
    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    protected Guardianship() {} // JPA

    public Guardianship(AccountId minor, AccountId guardian, String textVersion, boolean aiDisclosure, Instant at) {
        this.id = UUID.randomUUID();
        this.minorId = minor.value();
        this.guardianId = guardian.value();
        this.textVersion = Objects.requireNonNull(textVersion, "textVersion");
        this.aiDisclosure = aiDisclosure;
        this.consentedAt = at;
    }

    public void setAiDisclosure(boolean disclosure) {
        aiDisclosure = disclosure;
    }

    public void withdraw(Instant at) {
        aiDisclosure = false;
        withdrawnAt = at;
    }

    public boolean isHeldBy(AccountId account) {
        return withdrawnAt == null && account.value().equals(guardianId);
    }

    public boolean isInForce() {
        return withdrawnAt == null;
    }

    public AccountId guardian() {
        return new AccountId(guardianId);
    }

    public AccountId minor() {
        return new AccountId(minorId);
    }

    public boolean aiDisclosure() {
        return aiDisclosure;
    }

    public Instant consentedAt() {
        return consentedAt;
    }

    public String textVersion() {
        return textVersion;
    }
}
