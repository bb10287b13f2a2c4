package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import io.astrionix.musicmuse.analysis.score.Verdict;
import io.astrionix.musicmuse.inserver.inside.AsLearner;
import io.astrionix.musicmuse.inserver.inside.AsLearnerInTransaction;
import io.astrionix.musicmuse.inserver.inside.DatabaseCalls;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.lessons.boundary.InvalidExerciseChoiceException;
import io.astrionix.musicmuse.practice.boundary.JudgedNoteView;
import io.astrionix.musicmuse.practice.boundary.JudgedTake;
import io.astrionix.musicmuse.practice.boundary.PracticeService;
import io.astrionix.musicmuse.practice.boundary.SessionAlreadyCompleteException;
import io.astrionix.musicmuse.practice.boundary.SessionNotFoundException;
import io.astrionix.musicmuse.practice.boundary.SessionView;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import io.astrionix.musicmuse.privacy.boundary.ProcessingRestrictedException;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PracticeServiceIT extends Deployed {

    private static final Duration PLAYED = Duration.ofMillis(6_800);
    private static final List<PlayedNote> NOTES = List.of(
            new PlayedNote(0, 1, 0.5, 60.01), new PlayedNote(1, 1.75, 0.5, 61.97), new PlayedNote(3, 2, 0.2, 66));

    @Inject
    private PracticeService practice;

    @Inject
    private AsLearner asLearner;

    @Inject
    private AsLearnerInTransaction inTransaction;

    @Inject
    private TestAccounts accounts;

    @Inject
    private DatabaseCalls databaseCalls;

    @Inject
    private UserTransaction transaction;

    private AccountId learner;

    @BeforeEach
    void create_a_learner() {
        learner = accounts.create();
    }

    @Test
    @Tag("R47")
    void of_somebody_whose_data_is_restricted_nothing_new_is_recorded() throws Exception {
        assertThat(asLearner.call(() -> practice.mayStart(learner))).isTrue();
        accounts.update("update musicmuse.account set restricted_at = now() where id = ?", learner.value());

        assertThat(asLearner.call(() -> practice.mayStart(learner))).isFalse();
        assertThatThrownBy(() -> start(learner, "scale-major-one-octave"))
                .isInstanceOf(ProcessingRestrictedException.class);
        assertThat(accounts.number(
                        "select count(*) from musicmuse.practice_session where account_id = ?", learner.value()))
                .isZero();
    }

    @Test
    @Tag("R8")
    void a_completed_session_stands_in_the_history() {
        var session = start(learner, "scale-major-one-octave");
        assertThat(history(learner, 0, 10)).isEmpty();
        complete(learner, session, score(87.5));

        var row = history(learner, 0, 10).get(0);
        assertThat(row.id()).isEqualTo(session);
        assertThat(row.score()).isEqualTo(87.5);
        assertThat(row.accuracyPercent()).isEqualTo(75);
        assertThat(row.notesPlayed()).isEqualTo(4);
        assertThat(row.expectedNotes()).isEqualTo(4);
        assertThat(row.durationMillis()).isEqualTo(6_800);
        assertThat(row.musicalKey()).isEqualTo("C");
        asLearner.run(() -> assertThat(practice.count(learner)).isEqualTo(1));
    }

    @Test
    @Tag("ASVS-2.3.1")
    void completing_twice_fails_and_keeps_the_first_score() {
        var session = start(learner, "scale-major-one-octave");
        complete(learner, session, score(60));
        assertThatThrownBy(() -> complete(learner, session, score(99)))
                .isInstanceOf(SessionAlreadyCompleteException.class);
        assertThat(history(learner, 0, 10)).extracting(SessionView::score).containsExactly(60.0);
        assertThat(accounts.number("select count(*) from musicmuse.note_verdict where session_id = ?", session))
                .isEqualTo(4);
        assertThat(accounts.number("select count(*) from musicmuse.note_event where session_id = ?", session))
                .isEqualTo(NOTES.size());
    }

    @Test
    @Tag("ASVS-8.2.2")
    void somebody_elses_session_is_answered_like_one_that_is_not_there() {
        var theirs = start(accounts.create(), "scale-major-one-octave");
        for (var unreachable : List.of(theirs, UUID.randomUUID())) {
            assertThatThrownBy(() -> complete(learner, unreachable, score(50)))
                    .isExactlyInstanceOf(SessionNotFoundException.class)
                    .hasMessage(new SessionNotFoundException(unreachable).getMessage());
            assertThatThrownBy(() -> asLearner.run(() -> practice.detail(learner, unreachable)))
                    .isExactlyInstanceOf(SessionNotFoundException.class);
        }
        assertThat(accounts.number(
                        "select count(*) from musicmuse.practice_session where id = ? and completed_at is null",
                        theirs))
                .isEqualTo(1);
    }

    @Test
    void an_open_session_has_no_detail() {
        var open = start(learner, "scale-major-one-octave");
        assertThatThrownBy(() -> asLearner.run(() -> practice.detail(learner, open)))
                .isExactlyInstanceOf(SessionNotFoundException.class);
    }

    @Test
    void history_is_newest_first_and_comes_in_pages() {
        var begun = new ArrayList<UUID>();
        for (int i = 0; i < 5; i++) {
            var session = start(learner, "tune-twinkle");
            complete(learner, session, score(50 + i));
            begun.add(0, session);
        }
        var pages = new ArrayList<UUID>();
        for (int first = 0; first < 6; first += 2) {
            history(learner, first, 2).forEach(row -> pages.add(row.id()));
        }
        assertThat(pages).containsExactlyElementsOf(begun);
        // Looked at within: what runs this as a learner is an EJB too, which wraps what it does not expect.
        asLearner.run(() -> {
            assertThatThrownBy(() -> practice.history(learner, -1, 10))
                    .isInstanceOf(ConstraintViolationException.class);
            assertThatThrownBy(() -> practice.history(learner, 0, 501))
                    .isInstanceOf(ConstraintViolationException.class);
        });
    }

    @Test
    void the_history_is_one_look_into_the_database_however_long_it_is() throws Exception {
        for (int i = 0; i < 30; i++) {
            complete(learner, start(learner, "tune-twinkle"), score(50));
        }
        var calls = databaseCalls.during(() -> asLearner.call(() -> practice.history(learner, 0, 100)));
        assertThat(calls).filteredOn(call -> call.contains("practice_session")).hasSize(1);
        assertThat(calls).noneMatch(call -> call.contains("note_verdict"));
        assertThat(history(learner, 0, 100)).hasSize(30);
    }

    @Test
    void the_detail_has_each_note_with_its_verdict() throws Exception {
        var session = start(learner, "scale-major-one-octave");
        complete(learner, session, score(70));
        var detail = asLearner.call(() -> practice.detail(learner, session));

        assertThat(detail.session().id()).isEqualTo(session);
        assertThat(detail.notes())
                .extracting(note -> note.writtenName() + " " + note.bar() + " " + note.verdict())
                .containsExactly("C4 1 right", "D4 1 late", " 0 extra", "E4 1 missed");
        assertThat(detail.notes().get(1).timingMillis()).contains(150.0);
        assertThat(detail.notes().get(1).cents()).contains(-3.0);
        assertThat(detail.notes().get(3).heardMidi()).isEmpty();
        assertThat(detail.notes()).extracting(JudgedNoteView::isSure).containsExactly(true, true, true, false);
    }

    @Test
    void without_a_role_nobody_gets_in() {
        assertThatThrownBy(() -> practice.count(learner)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> practice.history(learner, 0, 10)).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> practice.start(learner, command("tune-twinkle")))
                .isInstanceOf(EJBAccessException.class);
    }

    @Test
    @Tag("ASVS-2.3.3")
    void an_expected_error_rolls_the_whole_transaction_back() throws Exception {
        transaction.begin();
        try {
            inTransaction.run(() -> practice.start(learner, command("tune-twinkle")));
            assertThatThrownBy(() -> inTransaction.run(() -> practice.start(learner, command("no-such-exercise"))))
                    .isInstanceOf(InvalidExerciseChoiceException.class);
            assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
        } finally {
            transaction.rollback();
        }
        assertThat(sessionsOf(learner)).isZero();
    }

    @Test
    @Tag("ASVS-2.3.3")
    void a_start_that_fails_leaves_no_session() {
        assertThatThrownBy(() -> start(learner, "no-such-exercise")).isInstanceOf(InvalidExerciseChoiceException.class);
        assertThat(sessionsOf(learner)).isZero();
    }

    @Test
    @Tag("R37")
    void sessions_and_notes_go_with_the_account() {
        var session = start(learner, "scale-major-one-octave");
        complete(learner, session, score(70));
        accounts.update("delete from musicmuse.account where id = ?", learner.value());
        assertThat(sessionsOf(learner)).isZero();
        for (var table : List.of("note_verdict", "note_event")) {
            assertThat(accounts.number("select count(*) from musicmuse." + table + " where session_id = ?", session))
                    .isZero();
        }
    }

    private long sessionsOf(AccountId account) {
        return accounts.number("select count(*) from musicmuse.practice_session where account_id = ?", account.value());
    }

    private UUID start(AccountId account, String exercise) {
        var session = new ArrayList<UUID>();
        asLearner.run(
                () -> session.add(practice.start(account, command(exercise)).session()));
        return session.get(0);
    }

    private void complete(AccountId account, UUID session, TakeScore score) {
        asLearner.run(() -> practice.complete(account, session, new JudgedTake(score, NOTES, PLAYED)));
    }

    private List<SessionView> history(AccountId account, int first, int limit) {
        var rows = new ArrayList<SessionView>();
        asLearner.run(() -> rows.addAll(practice.history(account, first, limit)));
        return rows;
    }

    private static StartPracticeCommand command(String exercise) {
        return new StartPracticeCommand(
                new ExerciseChoice(exercise, "violin", Optional.of("C"), 0, 100),
                TakeInput.MICROPHONE,
                TakePace.METRONOME,
                Strictness.BEGINNER,
                true,
                1);
    }

    /** Four verdicts, one of each shape. */
    private static TakeScore score(double score) {
        var verdicts = List.of(
                verdict(0, Verdict.RIGHT, OptionalInt.empty(), 0.0, 1.0, 60.01),
                verdict(1, Verdict.LATE, OptionalInt.empty(), 150.0, -3.0, 61.97),
                verdict(NoteVerdict.EXTRA_NOTE, Verdict.EXTRA, OptionalInt.of(3), null, null, 66.0),
                verdict(2, Verdict.MISSED, OptionalInt.empty(), null, null, null));
        return new TakeScore(
                score,
                75,
                4,
                3,
                3,
                4,
                1,
                OptionalDouble.of(12),
                OptionalDouble.of(-1),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                "2026-11",
                verdicts);
    }

    private static NoteVerdict verdict(
            int note, Verdict verdict, OptionalInt extra, Double timing, Double cents, Double heard) {
        return new NoteVerdict(
                note,
                verdict,
                extra,
                heard == null ? OptionalDouble.empty() : OptionalDouble.of(1.0),
                optional(timing),
                optional(cents),
                optional(heard),
                verdict == Verdict.MISSED ? 0.05 : 0.97);
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
