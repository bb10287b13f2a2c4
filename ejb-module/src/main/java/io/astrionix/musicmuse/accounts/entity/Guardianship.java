package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
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
import java.util.Optional;
import java.util.UUID;

/** Who answers for a minor: asked first, then consenting, perhaps withdrawing (R62, R63). */
@Entity
@Table(name = "guardianship")
@Cacheable(false)
@PersonalRecord(subject = "minorId", activity = "guardians", retention = "account-active")
public class Guardianship {

    /** How often a learner may send the question, corrections included: each is a mail to somebody who did not ask. */
    public static final int ASKS_AT_MOST = 5;

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

    /** Where the question went; null once the guardian has an account, which has the address. */
    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            recipients = Recipient.MAIL_PROVIDER,
            export = Export.ACCESS,
            why = "where the question for consent goes")
    @Column(name = "guardian_email")
    private String guardianEmail;

    /** Null until the guardian consents. */
    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.EXISTENCE,
            why = "who consented")
    @Column(
            name = "guardian_id",
            insertable = false) // EclipseLink binds a null UUID as a text, which PostgreSQL refuses
    private UUID guardianId;

    @PersonalData(
            category = Category.AGE,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the guardian was asked")
    @Column(name = "asked_at", nullable = false)
    private Instant askedAt;

    @NotPersonal("limits how many mails go to somebody who did not ask for them")
    @Column(nullable = false)
    private int asks;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "when the guardian consented")
    @Column(name = "consented_at")
    private Instant consentedAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "what exactly the guardian consented to")
    @Column(name = "text_version")
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

    public Guardianship(AccountId minor) {
        this.id = UUID.randomUUID();
        this.minorId = minor.value();
    }

    /** @param email other than the minor's own */
    public void ask(String email, Instant at) {
        guardianEmail = Account.canonical(email);
        askedAt = at;
        asks++;
    }

    public int asksLeft() {
        return Math.max(0, ASKS_AT_MOST - asks);
    }

    /** The guardian's account has the address from now on. */
    public void consent(AccountId guardian, String version, boolean disclosure, Instant at) {
        guardianId = guardian.value();
        guardianEmail = null;
        textVersion = Objects.requireNonNull(version, "version");
        aiDisclosure = disclosure;
        consentedAt = at;
    }

    public void setAiDisclosure(boolean disclosure) {
        aiDisclosure = disclosure;
    }

    public void withdraw(Instant at) {
        aiDisclosure = false;
        withdrawnAt = at;
    }

    public boolean isInForce() {
        return consentedAt != null && withdrawnAt == null;
    }

    public boolean isHeldBy(AccountId account) {
        return isInForce() && account.value().equals(guardianId);
    }

    public AccountId minor() {
        return new AccountId(minorId);
    }

    public Optional<String> guardianEmail() {
        return Optional.ofNullable(guardianEmail);
    }

    public boolean aiDisclosure() {
        return aiDisclosure;
    }

    /** @throws java.util.NoSuchElementException before there was a consent */
    public Instant consentedAt() {
        return Optional.ofNullable(consentedAt).orElseThrow();
    }

    /** @throws java.util.NoSuchElementException before there was a consent */
    public String textVersion() {
        return Optional.ofNullable(textVersion).orElseThrow();
    }
}
