package io.astrionix.musicmuse.erasure.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.erasure.boundary.OptionalActivity;
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

/** That somebody agreed or objected to something, from when to when; kept as nobody's when the account is gone. */
@Entity
@Table(name = "processing_choice")
@Cacheable(false)
@PersonalRecord(
        subject = "accountId",
        activity = "choices",
        retention = {"account-active", "consent-proof-24m"},
        erase = Erase.PSEUDONYM)
public class ProcessingChoice {

    @NotPersonal("random key of the row")
    @Id
    private UUID id;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.PSEUDONYM,
            why = "whose choice it is")
    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what the choice is about")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private OptionalActivity activity;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "whether it is all right")
    @Column(nullable = false, updatable = false)
    private boolean allowed;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "from when on the choice holds")
    @Column(name = "chosen_at", nullable = false, updatable = false)
    private Instant chosenAt;

    /** Null while it holds. */
    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "until when the choice held")
    @Column(name = "ended_at")
    private Instant endedAt;

    protected ProcessingChoice() {} // JPA

    public ProcessingChoice(AccountId account, OptionalActivity activity, boolean allowed, Instant at) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.activity = activity;
        this.allowed = allowed;
        this.chosenAt = at;
    }

    public void end(Instant at) {
        endedAt = at;
    }

    public OptionalActivity activity() {
        return activity;
    }

    public boolean allowed() {
        return allowed;
    }

    public Instant chosenAt() {
        return chosenAt;
    }

    public boolean holds() {
        return endedAt == null;
    }
}
