package io.astrionix.musicmuse.billing.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.shared.NullableUuidConverter;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Somebody who paid: a pseudonym, which outlives the account (A4). The database keeps the time of the last transaction. */
@Entity
@Table(name = "billing_customer")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "billing", retention = "billing-7y", erase = Erase.RETAIN)
public class BillingCustomer {

    @Id
    @PersonalData(
            category = Category.PAYMENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "the pseudonym of a customer")
    private UUID id;

    @Column(name = "account_id", unique = true)
    @Convert(converter = NullableUuidConverter.class)
    @PersonalData(
            category = Category.PAYMENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.NULL,
            why = "which account pays, as long as there is one")
    private UUID accountId;

    @Column(name = "last_transaction_at", insertable = false, updatable = false)
    @PersonalData(
            category = Category.PAYMENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.STRIPE,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "from when the years of keeping count")
    private Instant lastTransactionAt;

    protected BillingCustomer() {} // JPA
}
