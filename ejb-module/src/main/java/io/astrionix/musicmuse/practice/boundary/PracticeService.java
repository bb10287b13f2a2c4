package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.analysis.score.TakeScore;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException;
import io.astrionix.musicmuse.lessons.boundary.ScoreNote;
import io.astrionix.musicmuse.practice.control.PracticeSessionRepository;
import io.astrionix.musicmuse.practice.entity.JudgedNote;
import io.astrionix.musicmuse.practice.entity.PracticeSession;
import io.astrionix.musicmuse.privacy.boundary.DeclaredPurposes;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door into practice sessions. Every method is one transaction. */
@Stateless
@RolesAllowed({Role.Names.LEARNER, Role.Names.TRAINER})
public class PracticeService {

    /** In the data map. */
    private static final String RECORD = "PracticeSession";

    private PracticeSessionRepository sessions;
    private ExerciseCatalog exercises;
    private AuditLog audit;
    private DeclaredPurposes purposes;
    private Clock clock;

    public PracticeService() {} // required by the EJB proxy

    @Inject
    public PracticeService(
            PracticeSessionRepository sessions,
            ExerciseCatalog exercises,
            AuditLog audit,
            DeclaredPurposes purposes,
            Clock clock) {
        this.sessions = sessions;
        this.exercises = exercises;
        this.audit = audit;
        this.purposes = purposes;
        this.clock = clock;
    }

    /**
     * Begins a session.
     *
     * @throws io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException if there is no such exercise
     */
    public StartedPractice start(@NotNull AccountId account, @NotNull StartPracticeCommand command) {
        var exercise = exercises.prepare(command.exercise());
        var key = exercise.choice().key().orElseThrow();
        var session = new PracticeSession(account, command, key, clock.instant());
        sessions.add(session);
        return new StartedPractice(session.id(), exercise);
    }

    /**
     * Closes a session with its score.
     *
     * @param played how long the take lasted
     * @throws SessionNotFoundException if there is none, or it is another account's (same answer on purpose)
     * @throws SessionAlreadyCompleteException if it was completed before
     */
    public void complete(
            @NotNull AccountId account, @NotNull UUID session, @NotNull TakeScore score, @NotNull Duration played) {
        owned(account, session).complete(score, played, clock.instant());
        audit.record(
                AuditEvent.done(AuditAction.PRACTICE_RESULT_STORED).by(account).on("practice-session", session));
    }

    /** How many completed sessions the account has. */
    public int count(@NotNull AccountId account) {
        return sessions.countCompleted(account);
    }

    /** Completed sessions, newest first. */
    public List<SessionView> history(@NotNull AccountId account, @Min(0) int first, @Min(1) @Max(500) int limit) {
        purposes.require(RECORD, Purpose.PROGRESS);
        return sessions.completed(account, first, limit);
    }

    /**
     * A completed session with its notes.
     *
     * @throws SessionNotFoundException if there is none, or it is another account's, or it is not complete
     */
    public SessionDetail detail(@NotNull AccountId account, @NotNull UUID session) {
        purposes.require(RECORD, Purpose.PROGRESS);
        var view = sessions.findCompleted(account, session).orElseThrow(() -> new SessionNotFoundException(session));
        var found = owned(account, session);
        var written = written(found);
        return new SessionDetail(
                view, found.notes().stream().map(note -> view(note, written)).toList());
    }

    /** The notes as they were written; none where the exercise was changed since and cannot be played like this. */
    private List<ScoreNote> written(PracticeSession session) {
        try {
            return exercises
                    .prepare(new ExerciseChoice(
                            session.exerciseId(),
                            session.instrumentId(),
                            Optional.of(session.musicalKey()),
                            session.octave(),
                            session.tempoBpm()))
                    .notes();
        } catch (InvalidExerciseChoiceException changed) {
            return List.of();
        }
    }

    private static JudgedNoteView view(JudgedNote note, List<ScoreNote> written) {
        boolean known = note.noteIndex() >= 0 && note.noteIndex() < written.size();
        var expected = known ? Optional.of(written.get(note.noteIndex())) : Optional.<ScoreNote>empty();
        return new JudgedNoteView(
                note.noteIndex(),
                expected.map(ScoreNote::writtenName).orElse(""),
                expected.map(ScoreNote::bar).orElse(0),
                note.verdict(),
                Optional.ofNullable(note.timingMillis()),
                Optional.ofNullable(note.cents()),
                Optional.ofNullable(note.heardMidi()));
    }

    private PracticeSession owned(AccountId account, UUID session) {
        return sessions.find(session)
                .filter(s -> s.belongsTo(account))
                .orElseThrow(() -> new SessionNotFoundException(session));
    }
}
