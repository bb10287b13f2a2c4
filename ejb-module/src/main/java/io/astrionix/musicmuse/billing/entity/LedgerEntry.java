package io.astrionix.musicmuse.billing.entity;

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
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One movement of money. Goes with its customer. */
@Entity
@Table(name = "ledger_entry")
@Cacheable(false)
@PersonalRecord(subject = "customerId", activity = "billing", retention = "billing-7y", erase = Erase.RETAIN)
public class LedgerEntry {

    /** What moved. The names are stored. */
    public enum Type {
        CHARGE,
        REFUND,
        DISPUTE,
        FEE
    }

    @Id
    @NotPersonal("random key of the row")
    private UUID id;

    @Column(name = "customer_id", nullable = false, updatable = false)
    @PersonalData(
            category = Category.PAYMENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "which customer paid")
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.PAYMENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.STRIPE,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what was paid, or paid back")
    private Type type;

    /** In the currency's smallest unit, such as cents. */
    @Column(name = "minor_units", nullable = false, updatable = false)
    @PersonalData(
            category = Category.PAYMENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.STRIPE,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "how much")
    private long minorUnits;

    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.PAYMENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.STRIPE,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "in which currency")
    private String currency;

    @Column(name = "occurred_at", nullable = false, updatable = false)
    @PersonalData(
            category = Category.PAYMENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.STRIPE,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when it was paid")
    private Instant occurredAt;

    protected LedgerEntry() {} // JPA
}
