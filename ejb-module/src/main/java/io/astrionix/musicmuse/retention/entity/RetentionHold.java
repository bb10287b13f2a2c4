package io.astrionix.musicmuse.retention.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.retention.boundary.HoldKind;
import io.astrionix.musicmuse.retention.boundary.HoldScope;
import io.astrionix.musicmuse.retention.boundary.HoldView;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException;
import io.astrionix.musicmuse.retention.boundary.InvalidHoldException.Reason;
import io.astrionix.musicmuse.retention.boundary.PlaceHoldCommand;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.NullableUuidConverter;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** What may not be deleted for the time being, why, and who answers for it (A10). */
@Entity
@Table(name = "retention_hold")
@Cacheable(false)
@PersonalRecord(subject = "accountId", activity = "holds", retention = "hold-24m", erase = Erase.RETAIN)
public class RetentionHold {

    @Id
    @NotPersonal("random key of the row")
    private UUID id;

    @Version
    @NotPersonal("counts changes of the row")
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "what kind of hold it is")
    private HoldKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "what the hold is on")
    private HoldScope scope;

    @Column(name = "table_name", updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "which table the held row is in")
    private String tableName;

    @Column(name = "record_id", updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "which row is held")
    private String recordId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @NotPersonal("a kind of data, of everybody")
    private Category category;

    @Column(name = "account_id", updatable = false)
    @Convert(converter = NullableUuidConverter.class)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "whose data is held")
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "why it is held")
    private String reason;

    @Column(name = "owner_id", nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "who answers for the hold")
    private UUID ownerId;

    @Column(name = "review_on", nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "when the hold is looked at again")
    private LocalDate reviewOn;

    @Column(name = "placed_by", nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "who placed the hold")
    private UUID placedBy;

    @Column(name = "placed_at", nullable = false, updatable = false)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "when the hold was placed")
    private Instant placedAt;

    @Column(name = "release_asked_by")
    @Convert(converter = NullableUuidConverter.class)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "who asked to release the hold")
    private UUID releaseAskedBy;

    @Column(name = "release_asked_at")
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "when the release was asked for")
    private Instant releaseAskedAt;

    @Column(name = "released_by")
    @Convert(converter = NullableUuidConverter.class)
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "who released the hold")
    private UUID releasedBy;

    @Column(name = "released_at")
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "when the hold was released")
    private Instant releasedAt;

    protected RetentionHold() {} // JPA

    private RetentionHold(
            HoldKind kind,
            HoldScope scope,
            String reason,
            AccountId owner,
            LocalDate reviewOn,
            AccountId placedBy,
            Instant now) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.scope = scope;
        this.reason = reason;
        this.ownerId = owner.value();
        this.reviewOn = reviewOn;
        this.placedBy = placedBy.value();
        this.placedAt = now;
    }

    public static RetentionHold legal(PlaceHoldCommand command, AccountId by, Instant now) {
        var hold = new RetentionHold(
                HoldKind.LEGAL, command.scope(), command.reason(), command.owner(), command.reviewOn(), by, now);
        switch (command.scope()) {
            case RECORD -> {
                var record = command.record().orElseThrow();
                hold.tableName = record.table();
                hold.recordId = record.key();
            }
            case CATEGORY -> hold.category = command.category().orElseThrow();
            case PERSON -> hold.accountId = command.account().orElseThrow().value();
        }
        return hold;
    }

    /** The person's own doing: no two people are needed, and its lifting has a notice of its own. */
    public static RetentionHold restriction(AccountId person, AccountId by, Instant now) {
        var inAYear = LocalDate.ofInstant(now, ZoneOffset.UTC).plusYears(1);
        var hold = new RetentionHold(HoldKind.RESTRICTION, HoldScope.PERSON, "restriction", by, inAYear, by, now);
        hold.accountId = person.value();
        return hold;
    }

    public UUID id() {
        return id;
    }

    /** Null unless it is on one row. */
    public String tableName() {
        return tableName;
    }

    /** Null unless it is on one row. */
    public String recordId() {
        return recordId;
    }

    /** Null unless it is on a category. */
    public String category() {
        return category == null ? null : category.name();
    }

    /** As a text; null unless it is on a person. */
    public String account() {
        return accountId == null ? null : accountId.toString();
    }

    /** @throws InvalidHoldException if it is released, or its release was asked for already */
    public void askForRelease(AccountId by, Instant now) {
        if (releasedAt != null || releaseAskedBy != null || kind != HoldKind.LEGAL) {
            throw new InvalidHoldException(Reason.NOT_OPEN);
        }
        releaseAskedBy = by.value();
        releaseAskedAt = now;
    }

    /** @throws InvalidHoldException if nobody has asked for it, or the same person has */
    public void release(AccountId by, Instant now) {
        if (releasedAt != null || releaseAskedBy == null) {
            throw new InvalidHoldException(Reason.NOT_OPEN);
        }
        if (releaseAskedBy.equals(by.value())) {
            throw new InvalidHoldException(Reason.SAME_PERSON);
        }
        lift(by, now);
    }

    public void lift(AccountId by, Instant now) {
        releasedBy = by.value();
        releasedAt = now;
    }

    public HoldView view() {
        return new HoldView(
                id,
                kind,
                scope,
                on(),
                reason,
                new AccountId(ownerId),
                reviewOn,
                new AccountId(placedBy),
                placedAt,
                Optional.ofNullable(releaseAskedBy).map(AccountId::new),
                Optional.ofNullable(releasedAt));
    }

    private String on() {
        return switch (scope) {
            case RECORD -> tableName + " " + recordId;
            case CATEGORY -> category.name();
            case PERSON -> accountId.toString();
        };
    }
}
