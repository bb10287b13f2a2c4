package io.astrionix.musicmuse.support.entity;

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
import io.astrionix.musicmuse.shared.NullableUuidConverter;
import io.astrionix.musicmuse.support.boundary.ActionView;
import io.astrionix.musicmuse.support.boundary.AnswerTime;
import io.astrionix.musicmuse.support.boundary.EnforcementAction;
import io.astrionix.musicmuse.support.boundary.ReportClosedException;
import io.astrionix.musicmuse.support.boundary.ReportCommand;
import io.astrionix.musicmuse.support.boundary.ReportKind;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A report of abuse, and what was done about it (R25). Outlives its reporter, whose name goes then; {@link #closedAt} is
 * the clock of its two years (A8). An export shows the reporter the own words, and nobody else's name (A12).
 */
@Entity
@Table(name = "abuse_report")
@Cacheable(false)
@PersonalRecord(subject = "reporterId", activity = "abuse", retention = "abuse-2y", erase = Erase.PSEUDONYM)
public class AbuseReport {

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    @Version
    private long version;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "the number to ask by")
    @Column(nullable = false, updatable = false)
    private String reference;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.PSEUDONYM,
            why = "who reported it")
    @Column(name = "reporter_id", nullable = false, updatable = false)
    private UUID reporterId;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.SELF,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what kind of thing it is about")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private ReportKind kind;

    /** Names somebody else: an export says only that it is there (A12). */
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.SELF,
            export = Export.EXISTENCE,
            erase = Erase.RETAIN,
            why = "whom or what it is about")
    @Column(nullable = false, updatable = false)
    private String about;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.SELF,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what happened, in the words of who reports it")
    @Column(nullable = false, updatable = false)
    private String body;

    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when it was reported")
    @Column(name = "reported_at", nullable = false, updatable = false)
    private Instant reportedAt;

    @NotPersonal("by when it is to be looked at")
    @Column(name = "due_at", nullable = false, updatable = false)
    private Instant dueAt;

    /** Null until the staff has found the account. EclipseLink cannot write such a null: the repository writes it. */
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "whose account it is about")
    @Convert(converter = NullableUuidConverter.class)
    @Column(name = "accused_id", insertable = false, updatable = false)
    private UUID accusedId;

    /** Null while it is open. */
    @PersonalData(
            category = Category.COMMUNICATION,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "how long it is kept runs from here")
    @Column(name = "closed_at")
    private Instant closedAt;

    @PersonalData(
            category = Category.SECURITY_LOG,
            purpose = Purpose.SECURITY,
            basis = LegalBasis.LEGITIMATE_INTEREST,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "what was done about it, by whom and why")
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "abuse_action", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "position")
    private List<AbuseAction> actions = new ArrayList<>();

    protected AbuseReport() {} // JPA

    /** @param zone whose working days count */
    public AbuseReport(String reference, AccountId reporter, ReportCommand command, Instant now, ZoneId zone) {
        this.id = UUID.randomUUID();
        this.reference = reference;
        this.reporterId = reporter.value();
        this.kind = command.kind();
        this.about = command.about().strip();
        this.body = command.text();
        this.reportedAt = now;
        this.dueAt = AnswerTime.OF_REPORTS.after(now, zone);
    }

    /**
     * Keeps what was done; some of it closes the report.
     *
     * @throws ReportClosedException if it is closed: what was decided stays as it is
     */
    public void record(EnforcementAction action, AccountId actor, String reason, Instant now) {
        if (closedAt != null) {
            throw new ReportClosedException();
        }
        actions.add(new AbuseAction(action, actor, reason, now));
        if (action.closes()) {
            closedAt = now;
        }
    }

    /** The same once more: a double click, or a page that was sent again. */
    public boolean isRepeated(EnforcementAction action, String reason) {
        return !actions.isEmpty() && actions.get(actions.size() - 1).isSame(action, reason);
    }

    public boolean isSame(ReportCommand command) {
        return kind == command.kind() && about.equals(command.about().strip()) && body.equals(command.text());
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public AccountId reporter() {
        return new AccountId(reporterId);
    }

    public ReportKind kind() {
        return kind;
    }

    public String about() {
        return about;
    }

    public String body() {
        return body;
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Optional<AccountId> accused() {
        return Optional.ofNullable(accusedId).map(AccountId::new);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** In the order they were taken; without the names of those who took them. */
    public List<ActionView> actions() {
        return actions.stream().map(AbuseAction::view).toList();
    }
}
