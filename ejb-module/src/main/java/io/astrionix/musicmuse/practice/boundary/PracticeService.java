package io.astrionix.musicmuse.practice.boundary;

import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.audit.boundary.AuditAction;
import io.astrionix.musicmuse.audit.boundary.AuditEvent;
import io.astrionix.musicmuse.audit.boundary.AuditLog;
import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException;
import io.astrionix.musicmuse.lessons.boundary.ScoreNote;
import io.astrionix.musicmuse.practice.control.PracticeSessionRepository;
import io.astrionix.musicmuse.practice.control.ScoringAgain;
import io.astrionix.musicmuse.practice.entity.JudgedNote;
import io.astrionix.musicmuse.practice.entity.PracticeSession;
import io.astrionix.musicmuse.privacy.boundary.DeclaredPurposes;
import io.astrionix.musicmuse.privacy.boundary.Restrictions;
import io.astrionix.musicmuse.shared.AccountId;
import io.astrionix.musicmuse.shared.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
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
    private Restrictions restrictions;
    private Clock clock;

    public PracticeService() {} // required by the EJB proxy

    @Inject
    public PracticeService(
            PracticeSessionRepository sessions,
            ExerciseCatalog exercises,
            AuditLog audit,
            DeclaredPurposes purposes,
            Restrictions restrictions,
            Clock clock) {
        this.sessions = sessions;
        this.exercises = exercises;
        this.audit = audit;
        this.purposes = purposes;
        this.restrictions = restrictions;
        this.clock = clock;
    }

    /** Whether sessions may begin: not while their owner has restricted what is done with the own data (A9). */
    public boolean mayStart(@NotNull AccountId account) {
        return !restrictions.isRestricted(account);
    }

    /**
     * Begins a session.
     *
     * @throws io.astrionix.musicmuse.privacy.boundary.ProcessingRestrictedException if none may begin
     * @throws io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException if there is no such exercise
     */
    public StartedPractice start(@NotNull AccountId account, @NotNull StartPracticeCommand command) {
        restrictions.requireNone(account);
        var exercise = exercises.prepare(command.exercise());
        var session = new PracticeSession(account, command, exercise, clock.instant());
        sessions.add(session);
        var kind = command.input().judgedAs(exercise.inputKind());
        return new StartedPractice(session.id(), exercise, RuleBook.current(kind, command.strictness()));
    }

    /**
     * Closes a session with its score.
     *
     * @throws SessionNotFoundException if there is none, or it is another account's (same answer on purpose)
     * @throws SessionAlreadyCompleteException if it was completed before
     */
    public void complete(@NotNull AccountId account, @NotNull UUID session, @NotNull JudgedTake take) {
        owned(account, session, sessions.find(session)).complete(take, clock.instant());
        recordResult(account, session);
    }

    /**
     * Scores a completed session by today's rules, from the notes that were heard: its score and verdicts are replaced.
     * Does nothing where today's rules judged it already.
     *
     * @throws io.astrionix.musicmuse.privacy.boundary.ProcessingRestrictedException if its owner has restricted what is
     *     done with the own data
     * @throws SessionNotFoundException if there is none, or it is another account's, or it is not complete
     * @throws CannotScoreAgainException if its notes were not kept, or its music is another one since
     */
    public void scoreAgain(@NotNull AccountId account, @NotNull UUID session) {
        purposes.require(RECORD, Purpose.PROGRESS);
        restrictions.requireNone(account);
        var take = owned(account, session, sessions.findAndLock(session).filter(PracticeSession::isComplete));
        if (isOfToday(take)) {
            return;
        }
        sessions.replaceVerdicts(take, ScoringAgain.score(take, music(take), RuleBook.currentVersion()));
        recordResult(account, session);
    }

    private static boolean isOfToday(PracticeSession take) {
        return take.rulesVersion().filter(RuleBook.currentVersion()::equals).isPresent();
    }

    private void recordResult(AccountId account, UUID session) {
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
        var found = owned(account, session, sessions.find(session));
        var written = music(found).map(Exercise::notes).orElse(List.of());
        var judgedBy = new JudgedBy(
                found.rulesVersion(),
                found.firstRulesVersion(),
                !isOfToday(found) && found.basis().isPresent() && mayStart(account));
        return new SessionDetail(
                view, found.notes().stream().map(note -> view(note, written)).toList(), judgedBy);
    }

    /** The music as it is today; empty where the exercise was changed since and cannot be played like this. */
    private Optional<Exercise> music(PracticeSession session) {
        try {
            return Optional.of(exercises.prepare(session.choice()));
        } catch (InvalidExerciseChoiceException changed) {
            return Optional.empty();
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
                Optional.ofNullable(note.heardMidi()),
                note.isSure());
    }

    private static PracticeSession owned(AccountId account, UUID session, Optional<PracticeSession> found) {
        return found.filter(s -> s.belongsTo(account)).orElseThrow(() -> new SessionNotFoundException(session));
    }
}
