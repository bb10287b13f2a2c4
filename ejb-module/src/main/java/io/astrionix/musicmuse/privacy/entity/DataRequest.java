package io.astrionix.musicmuse.privacy.entity;

import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Erase;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.LegalBasis;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.privacy.boundary.RequestAlarm;
import io.astrionix.musicmuse.privacy.boundary.RequestChannel;
import io.astrionix.musicmuse.privacy.boundary.RequestKind;
import io.astrionix.musicmuse.privacy.boundary.RequestState;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A request about somebody's data, kept as proof after the answer (A5). The rules are in {@link Course}. Who it is about
 * stands in {@link RequestPerson}, and only until the answer.
 */
@Entity
@Table(name = "data_request")
@Cacheable(false)
@PersonalRecord(subject = "personHash", activity = "rights-requests", retention = "request-24m", erase = Erase.RETAIN)
public class DataRequest {

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    @Version
    private long version;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.SELF,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "what was asked for")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private RequestKind kind;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "how the request came")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private RequestChannel channel;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "where the request stands")
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RequestState state;

    /** A keyed hash of the account's id: proves an answer to whoever knows the account, and names nobody. */
    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "whose request it was, as a keyed hash")
    @Column(name = "person_hash", nullable = false, updatable = false)
    private String personHash;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "from when the time to answer runs")
    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "from when the time to prove to be the person runs")
    @Column(name = "asked_at", nullable = false, updatable = false)
    private Instant askedAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when the receipt was confirmed")
    @Column(name = "acknowledged_at")
    private Instant acknowledgedAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when it was clear whose request it is")
    @Column(name = "verified_at")
    private Instant verifiedAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "until when a deletion can be called off")
    @Column(name = "cool_off_until")
    private Instant coolOffUntil;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "by when the answer is due")
    @Column(name = "due_at", nullable = false, updatable = false)
    private Instant dueAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "how far the answer has come")
    @Column(name = "steps_done", nullable = false)
    private int stepsDone;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "whether the answer takes long")
    @Enumerated(EnumType.STRING)
    @Column
    private RequestAlarm alarm;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "that an answer came too late")
    @Column(name = "breached_at")
    private Instant breachedAt;

    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "when the request was answered")
    @Column(name = "closed_at")
    private Instant closedAt;

    /** Why it was denied, or ids of the rules by which something is kept. */
    @PersonalData(
            category = Category.CONSENT,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.ACCESS,
            erase = Erase.RETAIN,
            why = "the answer")
    @Column(nullable = false)
    private String answer;

    @PersonalData(
            category = Category.CREDENTIALS,
            purpose = Purpose.LEGAL_DUTY,
            basis = LegalBasis.LEGAL_DUTY,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            erase = Erase.RETAIN,
            why = "recognises the link of a mail, which itself is not kept")
    @Column(name = "link_hash")
    private String linkHash;

    /** Until when somebody works on it; a run that died is not waited for any longer than that. */
    @NotPersonal("which run works on it")
    @Column(name = "busy_until")
    private Instant busyUntil;

    protected DataRequest() {} // JPA

    /** @param askedAt when the person is asked to prove it: now */
    public DataRequest(
            RequestKind kind, RequestChannel channel, String personHash, Instant receivedAt, Instant askedAt) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.channel = channel;
        this.personHash = personHash;
        this.receivedAt = receivedAt;
        this.askedAt = askedAt;
        this.answer = "";
        var course = Course.received(kind, receivedAt, askedAt);
        this.dueAt = course.dueAt();
        this.state = course.state();
    }

    public Course course() {
        return new Course(
                kind,
                state,
                receivedAt,
                askedAt,
                Optional.ofNullable(coolOffUntil),
                stepsDone,
                Optional.ofNullable(alarm));
    }

    /** Takes what has changed; writes down when it was proved, late or over. */
    public void become(Course course, Instant now) {
        if (state.isUnproved() && course.state() == RequestState.VERIFIED) {
            verifiedAt = now;
        }
        if (breachedAt == null
                && course.alarm().filter(RequestAlarm.BREACH::equals).isPresent()) {
            breachedAt = now;
        }
        if (course.state().isOver() && closedAt == null) {
            closedAt = now;
            busyUntil = null;
            linkHash = null;
        }
        state = course.state();
        coolOffUntil = course.coolOffUntil().orElse(null);
        stepsDone = course.stepsDone();
        alarm = course.alarm().orElse(null);
    }

    /** @param text why it was denied, or ids of the rules by which something is kept */
    public void answer(String text) {
        this.answer = text;
    }

    /** The link of the newest mail; those before stop working. */
    public void linkBy(String hash) {
        linkHash = hash;
    }

    public void acknowledge(Instant at) {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
        }
    }

    public void release() {
        busyUntil = null;
    }

    public UUID id() {
        return id;
    }

    public RequestKind kind() {
        return kind;
    }

    public RequestState state() {
        return state;
    }

    public RequestChannel channel() {
        return channel;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    public Optional<Instant> breachedAt() {
        return Optional.ofNullable(breachedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public String answer() {
        return answer;
    }
}
