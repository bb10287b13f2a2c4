package io.astrionix.musicmuse.legal.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.legal.boundary.LegalDocument;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody was told and shown, and when (R79): kept while the account is active and for a time after that, which
 * {@link #endedAt} begins. Written by statements of the repository, which make one row of a person and a version.
 */
@Entity
@Table(name = "legal_receipt")
@Cacheable(false)
@PersonalRecord(
        subject = "accountId",
        activity = "notices",
        retention = {"account-active", "receipt-24m"},
        erase = Erase.PSEUDONYM)
public class LegalReceipt {

    @Id
    @NotPersonal("surrogate key")
    private UUID id;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.PSEUDONYM,
            why = "who was told")
    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what it was about")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private LegalDocument document;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "which version it was")
    @Column(nullable = false, updatable = false)
    private int number;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when the mail was written")
    @Column(name = "told_at")
    private Instant toldAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when it was shown first")
    @Column(name = "shown_at")
    private Instant shownAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when the notice was put away")
    @Column(name = "dismissed_at")
    private Instant dismissedAt;

    /** Null while the account is there. */
    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "when the account ended")
    @Column(name = "ended_at")
    private Instant endedAt;

    protected LegalReceipt() {} // JPA
}
