package io.astrionix.musicmuse.practice.entity;

import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import io.astrionix.musicmuse.datamap.Category;
import io.astrionix.musicmuse.datamap.Export;
import io.astrionix.musicmuse.datamap.NotPersonal;
import io.astrionix.musicmuse.datamap.PersonalData;
import io.astrionix.musicmuse.datamap.PersonalRecord;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.datamap.Restriction;
import io.astrionix.musicmuse.datamap.Source;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.practice.boundary.JudgedTake;
import io.astrionix.musicmuse.practice.boundary.SessionAlreadyCompleteException;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.persistence.Cacheable;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One take of an exercise: begun, completed at most once, and perhaps scored again by later rules. Times are UTC instants; the account is referred to by its
 * id. Holds what the policy allows to stay of a take (R14) and what exercise it was, and no sound.
 */
@Entity
@Table(name = "practice_session")
@Cacheable(false)
@PersonalRecord(
        subject = "accountId",
        activity = "practice-progress",
        retention = {"account-active", "abandoned-take-24h"})
public class PracticeSession {

    @NotPersonal("surrogate key")
    @Id
    private UUID id;

    @NotPersonal("counts changes, so that two at once do not overwrite each other")
    @Version
    private long version;

    @PersonalData(
            category = Category.OPERATION,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            export = Export.NONE,
            why = "whose take it is")
    @Column(name = "account_id", nullable = false, updatable = false)
    private UUID accountId;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.SELF,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "what was played")
    @Column(name = "exercise_id", nullable = false, updatable = false)
    private String exerciseId;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.SELF,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "on what it was played")
    @Column(name = "instrument_id", nullable = false, updatable = false)
    private String instrumentId;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.SELF,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "in which key")
    @Column(name = "musical_key", nullable = false, updatable = false)
    private String musicalKey;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.SELF,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "in which octave")
    @Column(nullable = false, updatable = false)
    private int octave;

    /** Beats per minute. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.SELF,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "how fast")
    @Column(name = "tempo_bpm", nullable = false, updatable = false)
    private int tempoBpm;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.SELF,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "how strictly it was judged")
    @Column(nullable = false, updatable = false)
    private String strictness;

    /** Whether the device's latency had been measured and was taken off. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "whether the delay of the device was known")
    @Column(nullable = false, updatable = false)
    private boolean calibrated;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "when, for the history")
    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "whether it is finished; what is not goes")
    @Column(name = "completed_at")
    private Instant completedAt;

    /** The version of the scoring rules that gave this score. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "which rules judged it")
    @Column(name = "rules_version")
    private String rulesVersion;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "time practised")
    @Column(name = "duration_millis")
    private Long durationMillis;

    /** 0 to 100; null until completed. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "progress")
    @Column
    private Double score;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "progress")
    @Column(name = "accuracy_percent")
    private Double accuracyPercent;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "notes the music asked for")
    @Column(name = "expected_notes")
    private Integer expectedNotes;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "notes heard")
    @Column(name = "notes_played")
    private Integer notesPlayed;

    /** Milliseconds behind (positive) or ahead of the beat; null where nothing matched. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "tendency: ahead of or behind the beat")
    @Column(name = "median_timing_millis")
    private Double medianTimingMillis;

    /** Cents sharp (positive) or flat; null where nothing matched. */
    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "tendency: sharp or flat")
    @Column(name = "median_cents")
    private Double medianCents;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "the verdict on each note")
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "note_verdict", joinColumns = @JoinColumn(name = "session_id"))
    @OrderColumn(name = "position")
    private List<JudgedNote> notes = new ArrayList<>();

    @NotPersonal("what is in it says what it is")
    @Embedded
    private ScoreBasis basis;

    @PersonalData(
            category = Category.PRACTICE,
            purpose = Purpose.PROGRESS,
            source = Source.AUTOMATIC,
            recipients = Recipient.GUARDIAN,
            export = Export.PORTABLE,
            restriction = Restriction.FREEZE,
            why = "the notes heard, to score them again")
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "note_event", joinColumns = @JoinColumn(name = "session_id"))
    @OrderColumn(name = "position")
    private List<NoteEvent> heard = new ArrayList<>();

    protected PracticeSession() {} // JPA

    public PracticeSession(AccountId account, StartPracticeCommand command, Exercise exercise, Instant startedAt) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.exerciseId = command.exercise().exerciseId();
        this.instrumentId = command.exercise().instrumentId();
        this.musicalKey = exercise.choice().key().orElseThrow();
        this.octave = command.exercise().octave();
        this.tempoBpm = command.exercise().tempo();
        this.strictness = command.strictness().id();
        this.calibrated = command.calibrated();
        this.basis = new ScoreBasis(exercise, command);
        this.startedAt = Objects.requireNonNull(startedAt, "startedAt");
    }

    /** @throws SessionAlreadyCompleteException if called twice: what was heard never changes */
    public void complete(JudgedTake take, Instant at) {
        if (completedAt != null) {
            throw new SessionAlreadyCompleteException(id);
        }
        this.durationMillis = take.played().toMillis();
        take.notes().stream().map(NoteEvent::new).forEach(heard::add);
        keep(take.score());
        this.completedAt = at;
    }

    /** Takes the verdicts away, so that others can be kept: their rows have to be gone before. */
    public void forgetVerdicts() {
        notes.clear();
    }

    /** Keeps the verdicts of other rules, after {@link #forgetVerdicts()}. */
    public void scoreAgain(TakeScore result) {
        basis.scoredAgain(rulesVersion);
        keep(result);
    }

    private void keep(TakeScore result) {
        this.rulesVersion = result.rulesVersion();
        this.score = result.score();
        this.accuracyPercent = result.accuracyPercent();
        this.expectedNotes = result.expected();
        this.notesPlayed = result.notesPlayed();
        this.medianTimingMillis = JudgedNote.orNull(result.medianTimingMillis());
        this.medianCents = JudgedNote.orNull(result.medianCents());
        result.verdicts().stream().map(JudgedNote::new).forEach(notes::add);
    }

    public boolean belongsTo(AccountId account) {
        return accountId.equals(account.value());
    }

    public UUID id() {
        return id;
    }

    /** What was played; its key is never empty. */
    public ExerciseChoice choice() {
        return new ExerciseChoice(exerciseId, instrumentId, Optional.of(musicalKey), octave, tempoBpm);
    }

    public String strictness() {
        return strictness;
    }

    public boolean isComplete() {
        return completedAt != null;
    }

    /** The version of the scoring rules that gave its score; empty until completed. */
    public Optional<String> rulesVersion() {
        return Optional.ofNullable(rulesVersion);
    }

    /** The version of the scoring rules that judged it first; empty where it was not scored again. */
    public Optional<String> firstRulesVersion() {
        return basis().map(ScoreBasis::firstRulesVersion);
    }

    /** What it takes to score it again; empty for a take from the time when that was not kept. */
    public Optional<ScoreBasis> basis() {
        return Optional.ofNullable(basis);
    }

    public List<JudgedNote> notes() {
        return List.copyOf(notes);
    }

    /** The notes heard, as they were when it was judged. */
    public List<PlayedNote> heard() {
        return heard.stream().map(NoteEvent::toPlayedNote).toList();
    }
}
