package io.astrionix.musicmuse.practice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.Scorer;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.lessons.boundary.ExerciseCatalog;
import io.astrionix.musicmuse.lessons.boundary.ExerciseChoice;
import io.astrionix.musicmuse.practice.boundary.CannotScoreAgainException;
import io.astrionix.musicmuse.practice.boundary.JudgedTake;
import io.astrionix.musicmuse.practice.boundary.StartPracticeCommand;
import io.astrionix.musicmuse.practice.boundary.TakeInput;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import io.astrionix.musicmuse.practice.entity.JudgedNote;
import io.astrionix.musicmuse.practice.entity.PracticeSession;
import io.astrionix.musicmuse.shared.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScoringAgainTest {

    private static final ExerciseCatalog CATALOG = new ExerciseCatalog();
    private static final double MUSIC_START = 163_201 / 44_100.0;
    private static final Instant PLAYED_AT = Instant.parse("2026-11-01T10:00:00Z");

    @Provide
    Arbitrary<String> instruments() {
        return Arbitraries.of("violin", "voice-high", "piano");
    }

    @Provide
    Arbitrary<String> versions() {
        return Arbitraries.of(RuleBook.versions());
    }

    /** Near the notes of the scale and anywhere else. */
    @Provide
    Arbitrary<List<PlayedNote>> notes() {
        var near = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.doubles().between(-0.3, 0.3),
                        Arbitraries.doubles().between(-1.2, 1.2),
                        Arbitraries.doubles().between(0, 1))
                .as((note, late, sharp, sure) -> {
                    var wanted = scale("violin", 97).expectedNotes(MUSIC_START).get(note);
                    return new PlayedNote(0, wanted.startSeconds() + late, 0.1, wanted.midi() + sharp, sure);
                });
        var anywhere = Combinators.combine(
                        Arbitraries.doubles().between(-1, 12),
                        Arbitraries.doubles().between(40, 90))
                .as((onset, midi) -> new PlayedNote(0, onset, 0.3, midi));
        return Arbitraries.oneOf(near, near, anywhere).list().ofMaxSize(15).map(ScoringAgainTest::numbered);
    }

    @Property(tries = 300)
    void the_same_rules_give_the_same_score_and_verdicts_to_the_last_bit(
            @ForAll("instruments") String instrument,
            @ForAll Strictness strictness,
            @ForAll("versions") String version,
            @ForAll("notes") List<PlayedNote> notes) {
        var exercise = scale(instrument, 97);
        var first = score(exercise, strictness, version, notes);
        var take = take(exercise, strictness, first, notes);
        var before = take.notes().stream().map(ScoringAgainTest::told).toList();

        var again = ScoringAgain.score(take, Optional.of(scale(instrument, 97)), version);
        assertThat(again).isEqualTo(first);

        take.forgetVerdicts();
        take.scoreAgain(again);
        assertThat(take.notes().stream().map(ScoringAgainTest::told)).containsExactlyElementsOf(before);
    }

    @Example
    void other_rules_judge_otherwise_and_the_first_ones_stay_named() {
        var exercise = scale("voice-high", 97);
        var notes = exercise.expectedNotes(MUSIC_START).stream()
                .map(note -> new PlayedNote(note.index(), note.startSeconds(), 0.3, note.midi() + 0.75))
                .toList();
        var take = take(exercise, Strictness.BEGINNER, score(exercise, Strictness.BEGINNER, "2026-11", notes), notes);
        assertThat(take.notes()).extracting(JudgedNote::verdict).containsOnly("wrong");
        assertThat(take.rulesVersion()).contains("2026-11");
        assertThat(take.firstRulesVersion()).isEmpty();

        for (int i = 0; i < 2; i++) {
            var again = ScoringAgain.score(take, Optional.of(exercise), "2026-12");
            take.forgetVerdicts();
            take.scoreAgain(again);
        }
        assertThat(take.notes()).extracting(JudgedNote::verdict).hasSize(8).containsOnly("sharp");
        assertThat(take.rulesVersion()).contains("2026-12");
        assertThat(take.firstRulesVersion()).contains("2026-11");
    }

    @Example
    void other_music_is_refused_and_another_tempo_is_not_other_music() {
        var exercise = scale("violin", 97);
        var take =
                take(exercise, Strictness.STRICT, score(exercise, Strictness.STRICT, "2026-11", List.of()), List.of());
        var otherKey = CATALOG.prepare(choice("violin", "D", 97));
        for (var music : List.of(Optional.of(otherKey), Optional.<Exercise>empty())) {
            assertThatExceptionOfType(CannotScoreAgainException.class)
                    .isThrownBy(() -> ScoringAgain.score(take, music, "2026-12"))
                    .satisfies(refused -> assertThat(refused.key()).isEqualTo("practice.again.musicChanged"));
        }
        assertThat(scale("violin", 60).fingerprint()).isEqualTo(exercise.fingerprint());
        assertThat(otherKey.fingerprint()).isNotEqualTo(exercise.fingerprint());
    }

    @Example
    void rules_that_never_were_are_refused() {
        var exercise = scale("violin", 97);
        var take =
                take(exercise, Strictness.STRICT, score(exercise, Strictness.STRICT, "2026-11", List.of()), List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoringAgain.score(take, Optional.of(exercise), "1999-01"))
                .withMessageContaining("1999-01");
    }

    private static TakeScore score(Exercise exercise, Strictness strictness, String version, List<PlayedNote> notes) {
        return Scorer.score(
                exercise.expectedNotes(MUSIC_START), notes, RuleBook.rules(version, exercise.inputKind(), strictness));
    }

    private static PracticeSession take(
            Exercise exercise, Strictness strictness, TakeScore score, List<PlayedNote> notes) {
        var command = new StartPracticeCommand(
                exercise.choice(), TakeInput.MICROPHONE, TakePace.METRONOME, strictness, true, MUSIC_START);
        var take = new PracticeSession(new AccountId(UUID.randomUUID()), command, exercise, PLAYED_AT);
        take.complete(new JudgedTake(score, notes, Duration.ofSeconds(9)), PLAYED_AT);
        return take;
    }

    private static Exercise scale(String instrument, int tempo) {
        return CATALOG.prepare(choice(instrument, "C", tempo));
    }

    private static ExerciseChoice choice(String instrument, String key, int tempo) {
        return new ExerciseChoice("scale-major-one-octave", instrument, Optional.of(key), 0, tempo);
    }

    private static List<PlayedNote> numbered(List<PlayedNote> notes) {
        return IntStream.range(0, notes.size())
                .mapToObj(i -> new PlayedNote(
                        i,
                        notes.get(i).onsetSeconds(),
                        notes.get(i).durationSeconds(),
                        notes.get(i).midi(),
                        notes.get(i).confidence()))
                .toList();
    }

    private static String told(JudgedNote note) {
        return note.noteIndex() + " " + note.verdict() + " " + note.timingMillis() + " " + note.cents() + " "
                + note.heardMidi();
    }
}
