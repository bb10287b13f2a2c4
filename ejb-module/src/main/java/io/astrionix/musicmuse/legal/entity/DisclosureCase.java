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
import io.astrionix.musicmuse.legal.boundary.DisclosureCaseView;
import io.astrionix.musicmuse.legal.boundary.DisclosureCommand;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A lawful authority asks for somebody's data (R26). Not shown to that person, as an authority may forbid it; what was
 * handed over can be proved for a time after the case is closed.
 */
@Entity
@Table(name = "disclosure_case")
@Cacheable(false)
@PersonalRecord(subject = "subjectId", activity = "disclosures", retention = "disclosure-24m", erase = Erase.PSEUDONYM)
public class DisclosureCase {

    private static final String SEPARATOR = ",";

    @Id
    @NotPersonal("surrogate key")
    private UUID id;

    @Version
    @Column(name = "row_version")
    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    private long rowVersion;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.PSEUDONYM,
            why = "whose data an authority asked for")
    @Column(name = "subject_id", nullable = false, updatable = false)
    private UUID subjectId;

    @Column(nullable = false, updatable = false)
    @NotPersonal("a court or an authority")
    private String authority;

    /** The order and its number. */
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "by which order")
    @Column(nullable = false, updatable = false)
    private String instrument;

    /** Names of {@link Category}, with commas between them. */
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "which categories the order covers")
    @Column(nullable = false, updatable = false)
    private String scope;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "when the case began")
    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "when data was handed over last")
    @Column(name = "exported_at")
    private Instant exportedAt;

    /** Null while the case is open. */
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "when the case was closed")
    @Column(name = "closed_at")
    private Instant closedAt;

    protected DisclosureCase() {} // JPA

    public DisclosureCase(DisclosureCommand command, AccountId subject, Instant at) {
        this.id = UUID.randomUUID();
        this.subjectId = subject.value();
        this.authority = command.authority().strip();
        this.instrument = command.instrument().strip();
        this.scope = command.scope().stream().sorted().map(Category::name).collect(Collectors.joining(SEPARATOR));
        this.openedAt = at;
    }

    public void exported(Instant at) {
        exportedAt = at;
    }

    /** @return whether it was open */
    public boolean close(Instant at) {
        boolean open = isOpen();
        if (open) {
            closedAt = at;
        }
        return open;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    public UUID id() {
        return id;
    }

    public AccountId subject() {
        return new AccountId(subjectId);
    }

    public Set<Category> scope() {
        return Arrays.stream(scope.split(SEPARATOR)).map(Category::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    public DisclosureCaseView view() {
        return new DisclosureCaseView(id, subject(), authority, instrument, scope(), openedAt, exportedAt, closedAt);
    }
}
