package io.astrionix.musicmuse.limits.entity;

import io.astrionix.musicmuse.datamap.Category;
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
import java.time.Instant;

/** How much of a limit somebody has used up. Written by statements only; here so that the data map knows it. */
@Entity
@Table(name = "request_allowance")
@Cacheable(false)
@PersonalRecord(subject = "id", activity = "security", retention = "limit-until-free")
public class RequestAllowance {

    @PersonalData(
            category = Category.NETWORK,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "hash of the network or account that asked: counts requests")
    @Id
    private String id;

    @NotPersonal("which limit")
    @Column(name = "limit_name", nullable = false, updatable = false)
    private String limitName;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "until when the turns taken count")
    @Column(name = "used_until", nullable = false)
    private Instant usedUntil;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "when the audit log last heard that a limit was reached")
    @Column(name = "refused_at")
    private Instant refusedAt;

    protected RequestAllowance() {} // JPA
}
