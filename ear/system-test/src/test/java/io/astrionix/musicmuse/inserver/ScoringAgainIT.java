package io.astrionix.musicmuse.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.inserver.inside.AsLearner;
import io.astrionix.musicmuse.inserver.inside.TestAccounts;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.practice.boundary.CannotScoreAgainException;
import io.astrionix.musicmuse.practice.boundary.JudgedNoteView;
import io.astrionix.musicmuse.practice.boundary.JudgedTake;
import io.astrionix.musicmuse.practice.boundary.PracticeService;
import io.astrionix.musicmuse.practice.boundary.SessionDetail;
import io.astrionix.musicmuse.practice.boundary.SessionNotFoundException;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import io.astrionix.musicmuse.privacy.boundary.ProcessingRestrictedException;
import io.astrionix.musicmuse.shared.AccountId;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Old takes by today's rules. */
class ScoringAgainIT extends Deployed {

    private static final String FIRST = "2026-11";
    private static final double MUSIC_START = 44_101 / 44_100.0;
    private static final StartPracticeCommand SUNG = new StartPracticeCommand(
            new ExerciseChoice("scale-major-one-octave", "voice-high", Optional.of("C"), 0, 97),
            TakeInput.MICROPHONE,
            TakePace.METRONOME,
            Strictness.BEGINNER,
            true,
            MUSIC_START);

    @Inject
    private PracticeService practice;

    @Inject
    private AsLearner asLearner;

    @Inject
    private TestAccounts accounts;

    private AccountId learner;

    @BeforeEach
    void create_a_learner() {
        learner = accounts.create();
    }

    @Test
    void todays_rules_replace_score_and_verdicts_and_the_first_version_stays_named() throws Exception {
        var take = sing(FIRST);
        var before = detail(take);
        assertThat(before.notes())
                .extracting(JudgedNoteView::verdict)
                .containsExactly("wrong", "wrong", "wrong", "wrong", "extra", "wrong", "wrong", "wrong", "missed");
        assertThat(before.judgedBy().version()).contains(FIRST);
        assertThat(before.judgedBy().firstVersion()).isEmpty();
        assertThat(before.judgedBy().scorableAgain()).isTrue();

        asLearner.run(() -> practice.scoreAgain(learner, take));

        var after = detail(take);
        assertThat(after.notes())
                .extracting(JudgedNoteView::verdict)
                .containsExactly("sharp", "sharp", "sharp", "sharp", "extra", "sharp", "sharp", "sharp", "missed");
        assertThat(after.session().score()).isGreaterThan(before.session().score());
        assertThat(after.session().durationMillis()).isEqualTo(before.session().durationMillis());
        assertThat(after.judgedBy().version()).contains(RuleBook.currentVersion());
        assertThat(after.judgedBy().firstVersion()).contains(FIRST);
        assertThat(after.judgedBy().scorableAgain()).isFalse();
        assertThat(accounts.number("select count(*) from musicmuse.note_verdict where session_id = ?", take))
                .isEqualTo(9);
        assertThat(accounts.number("select count(*) from musicmuse.note_event where session_id = ?", take))
                .isEqualTo(8);
    }

    @Test
    void what_is_stored_gives_the_same_score_and_verdicts_by_the_same_rules() throws Exception {
        var take = sing(RuleBook.currentVersion());
        var before = detail(take);
        var rows = rows(take);
        asLearner.run(() -> practice.scoreAgain(learner, take));
        assertThat(version(take)).as("nothing to do").isEqualTo(2);

        accounts.update("update musicmuse.practice_session set rules_version = ?, score = 1 where id = ?", FIRST, take);
        asLearner.run(() -> practice.scoreAgain(learner, take));

        assertThat(version(take)).isGreaterThan(2);
        var after = detail(take);
        assertThat(after.session()).isEqualTo(before.session());
        assertThat(after.notes()).isEqualTo(before.notes());
        assertThat(rows(take)).isEqualTo(rows);
    }

    @Test
    @Tag("ASVS-8.2.2")
    void somebody_elses_take_and_one_that_is_not_complete_are_answered_like_none() throws Exception {
        var theirs = sing(FIRST);
        var mine = learner;
        var other = accounts.create();
        var open = new ArrayList<UUID>();
        asLearner.run(() -> open.add(practice.start(other, SUNG).session()));
        for (var unreachable : List.of(theirs, open.get(0), UUID.randomUUID())) {
            assertThatThrownBy(() -> asLearner.run(() -> practice.scoreAgain(other, unreachable)))
                    .isExactlyInstanceOf(SessionNotFoundException.class)
                    .hasMessage(new SessionNotFoundException(unreachable).getMessage());
        }
        assertThatThrownBy(() -> practice.scoreAgain(mine, theirs)).isInstanceOf(EJBAccessException.class);
        assertThat(detail(theirs).judgedBy().version()).contains(FIRST);
    }

    @Test
    @Tag("R47")
    void what_is_restricted_is_not_scored_again() throws Exception {
        var take = sing(FIRST);
        accounts.update("update musicmuse.account set restricted_at = now() where id = ?", learner.value());
        assertThat(detail(take).judgedBy().scorableAgain()).isFalse();
        assertThatThrownBy(() -> asLearner.run(() -> practice.scoreAgain(learner, take)))
                .isInstanceOf(ProcessingRestrictedException.class);
        assertThat(detail(take).judgedBy().version()).contains(FIRST);
    }

    @Test
    void a_take_whose_notes_were_not_kept_keeps_its_score() throws Exception {
        var take = sing(FIRST);
        accounts.update("delete from musicmuse.note_event where session_id = ?", take);
        accounts.update(
                "update musicmuse.practice_session set input_kind = null, music_start_seconds = null,"
                        + " music_fingerprint = null, pace = null where id = ?",
                take);
        assertThat(detail(take).judgedBy().scorableAgain()).isFalse();
        assertRefused(take, "practice.again.notesNotKept");
    }

    @Test
    void a_take_of_music_that_changed_keeps_its_score() throws Exception {
        var take = sing(FIRST);
        accounts.update("update musicmuse.practice_session set music_fingerprint = 'another' where id = ?", take);
        assertRefused(take, "practice.again.musicChanged");
    }

    private void assertRefused(UUID take, String key) throws Exception {
        var rows = rows(take);
        var before = detail(take).session();
        assertThatExceptionOfType(CannotScoreAgainException.class)
                .isThrownBy(() -> asLearner.run(() -> practice.scoreAgain(learner, take)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo(key));
        assertThat(detail(take).session()).isEqualTo(before);
        assertThat(rows(take)).isEqualTo(rows);
    }

    /** All but the last note, each 75 cents sharp, and one too many. */
    private UUID sing(String version) {
        var session = new ArrayList<UUID>();
        asLearner.run(() -> {
            var begun = practice.start(learner, SUNG);
            session.add(begun.session());
            var expected = begun.exercise().expectedNotes(MUSIC_START);
            var notes = new ArrayList<PlayedNote>();
            for (var note : expected.subList(0, 7)) {
                notes.add(new PlayedNote(note.index(), note.startSeconds() + 1 / 300.0, 1 / 3.0, note.midi() + 0.75));
            }
            notes.add(new PlayedNote(99, expected.get(3).startSeconds() + 0.31, 0.1, 50.1));
            var rules = RuleBook.rules(version, begun.exercise().inputKind(), Strictness.BEGINNER);
            practice.complete(
                    learner,
                    begun.session(),
                    new JudgedTake(Scorer.score(expected, notes, rules), notes, Duration.ofSeconds(7)));
        });
        return session.get(0);
    }

    private SessionDetail detail(UUID take) throws Exception {
        return asLearner.call(() -> practice.detail(learner, take));
    }

    private long version(UUID take) {
        return accounts.number("select version from musicmuse.practice_session where id = ?", take);
    }

    private String rows(UUID take) {
        return accounts.text(
                "select string_agg(v::text, '|' order by position) from musicmuse.note_verdict v where session_id = ?",
                take);
    }
}
