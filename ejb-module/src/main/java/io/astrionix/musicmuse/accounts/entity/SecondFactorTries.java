package io.astrionix.musicmuse.accounts.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
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

/** How often an account's second factor was tried in the current period. Written by one statement, see its repository. */
@Entity
@Table(name = "second_factor_tries")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "accounts", retention = "account-active")
public class SecondFactorTries {

    @Id
    @Column(name = "account_id")
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose second factor was tried")
    private UUID accountId;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "since when tries are counted")
    @Column(nullable = false)
    private Instant since;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            why = "nobody can guess codes for long")
    @Column(nullable = false)
    private int tries;

    protected SecondFactorTries() {} // JPA
}
