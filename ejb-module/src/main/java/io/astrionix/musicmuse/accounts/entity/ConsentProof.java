package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
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
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That somebody consented to something, in which words and from when to when; kept when both accounts are gone. */
@Entity
@Table(name = "consent_proof")
@Cacheable(false)
@PersonalRecord(
        subject = "subjectId",
        activity = "guardians",
        retention = {"account-active", "consent-proof-24m"},
        erase = Erase.PSEUDONYM)
public class ConsentProof {

    /** To what. The names are stored. */
    public enum Subject {
        MINORS_ACCOUNT,
        AI_DISCLOSURE
    }

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.PSEUDONYM,
            why = "whom the consent is about")
    @Column(name = "subject_id", nullable = false, updatable = false)
    private UUID subjectId;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.EXISTENCE,
            erase = Erase.PSEUDONYM,
            why = "who consented")
    @Column(name = "giver_id", nullable = false, updatable = false)
    private UUID giverId;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what the consent is to")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Subject subject;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "in which words it was asked")
    @Column(name = "text_version", nullable = false, updatable = false)
    private String textVersion;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when it was given")
    @Column(name = "given_at", nullable = false, updatable = false)
    private Instant givenAt;

    /** Null while it holds. */
    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.CHILD_PROTECTION,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when it ended")
    @Column(name = "ended_at")
    private Instant endedAt;

    protected ConsentProof() {} // JPA

    public ConsentProof(AccountId about, AccountId giver, Subject subject, String textVersion, Instant givenAt) {
        this.id = UUID.randomUUID();
        this.subjectId = about.value();
        this.giverId = giver.value();
        this.subject = subject;
        this.textVersion = textVersion;
        this.givenAt = givenAt;
    }
}
