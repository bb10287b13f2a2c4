package io.astrionix.musicmuse.lessons.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExerciseCatalogTest {

    private static final String SCALE = "scale-major-one-octave";

    private final ExerciseCatalog catalog = new ExerciseCatalog();

    @Test
    void the_one_octave_major_scale_on_the_violin_starts_on_middle_c() {
        Exercise scale = catalog.prepare(choice(SCALE, "violin", "C", 0));

        assertThat(scale.notes()).extracting(ScoreNote::soundingMidi).containsExactly(60, 62, 64, 65, 67, 69, 71, 72);
        assertThat(scale.notes())
                .extracting(ScoreNote::writtenName)
                .containsExactly("C4", "D4", "E4", "F4", "G4", "A4", "B4", "C5");
        assertThat(scale.notes())
                .extracting(ScoreNote::startBeat)
                .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
        assertThat(scale.notes()).extracting(ScoreNote::durationBeats).containsOnly(1.0);
        assertThat(scale.notes()).extracting(ScoreNote::index).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(scale.notes()).extracting(ScoreNote::bar).containsExactly(1, 1, 1, 1, 2, 2, 2, 2);
        assertThat(scale.notes())
                .extracting(ScoreNote::beatInBar)
                .containsExactly(1.0, 2.0, 3.0, 4.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(scale.lengthBeats()).isEqualTo(8);
        assertThat(scale.beatsPerBar()).isEqualTo(4);
        assertThat(scale.beatUnit()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "violin, TUNED",
        "guitar, TUNED",
        "recorder, TUNED",
        "piano, KEYS",
        "voice-high, VOICE",
        "voice-alto, VOICE",
        "voice-tenor, VOICE",
        "voice-low, VOICE",
        "percussion, PERCUSSION"
    })
    void the_instrument_says_how_its_notes_are_judged(String instrument, InputKind kind) {
        assertThat(catalog.prepare(choice(SCALE, instrument, "C", 0)).inputKind())
                .isEqualTo(kind);
    }

    @Test
    void a_take_expects_the_notes_from_where_its_music_begins() {
        assertThat(catalog.prepare(new ExerciseChoice(SCALE, "violin", Optional.of("C"), 0, 60))
                        .expectedNotes(2.5)
                        .subList(0, 2))
                .containsExactly(new ExpectedNote(0, 60, 2.5, 1), new ExpectedNote(1, 62, 3.5, 1));
    }

    @Test
    void seconds_follow_the_tempo() {
        Exercise scale = catalog.prepare(new ExerciseChoice(SCALE, "violin", Optional.empty(), 0, 90));
        ScoreNote fourth = scale.notes().get(3);

        assertThat(scale.startSeconds(fourth)).isCloseTo(2.0, within(1e-12));
        assertThat(scale.durationSeconds(fourth)).isCloseTo(60.0 / 90, within(1e-12));
        assertThat(scale.endSeconds(fourth)).isCloseTo(2.0 + 60.0 / 90, within(1e-12));
        assertThat(scale.lengthSeconds()).isCloseTo(16.0 / 3, within(1e-12));
    }

    @Test
    void tied_notes_are_one_note_and_rests_are_none() {
        Exercise study = catalog.prepare(choice("rhythm-repeated-notes", "trumpet", "C", 0));
        ScoreNote lastButOne = study.notes().get(study.notes().size() - 2);

        assertThat(lastButOne.startBeat()).isEqualTo(26);
        assertThat(lastButOne.durationBeats()).isEqualTo(4);
        assertThat(lastButOne.bar()).isEqualTo(7);
        assertThat(lastButOne.beatInBar()).isEqualTo(3);
        assertThat(study.notes()).noneMatch(note -> note.startBeat() == 16);
    }

    @ParameterizedTest
    @CsvSource({
        "clarinet,C4,58",
        "alto-sax,C5,63",
        "trumpet,C4,58",
        "horn,C4,53",
        "recorder,C4,72",
        "double-bass,C3,36",
        "guitar,C3,48",
        "cello,C3,48",
        "flute,C5,72",
    })
    void the_c_of_the_page_sounds_as_it_does_on_the_instrument(String instrument, String written, int sounding) {
        ScoreNote first =
                catalog.prepare(choice(SCALE, instrument, "C", 0)).notes().get(0);
        assertThat(first.writtenName()).isEqualTo(written);
        assertThat(first.soundingMidi()).isEqualTo(sounding);
    }

    @Test
    void every_choice_is_playable_or_names_an_octave_or_key_that_is() {
        int prepared = 0;
        int refused = 0;
        for (ExerciseSummary exercise : catalog.exercises()) {
            for (Instrument instrument : catalog.instruments()) {
                for (String key : exercise.keys()) {
                    for (int octave : IntStream.rangeClosed(-2, 2).toArray()) {
                        ExerciseChoice choice = choice(exercise.id(), instrument.id(), key, octave);
                        try {
                            assertInRange(instrument, catalog.prepare(choice));
                            prepared++;
                        } catch (InvalidExerciseChoiceException refusal) {
                            assertInRange(instrument, catalog.prepare(suggested(choice, refusal)));
                            refused++;
                        }
                    }
                }
            }
        }
        assertThat(prepared).isGreaterThan(5_000);
        assertThat(refused).isGreaterThan(1_000);
    }

    @Test
    void every_exercise_has_a_default_that_every_instrument_can_play() {
        for (ExerciseSummary exercise : catalog.exercises()) {
            for (Instrument instrument : catalog.instruments()) {
                Exercise prepared = catalog.prepare(new ExerciseChoice(
                        exercise.id(), instrument.id(), Optional.empty(), 0, exercise.defaultTempo()));
                String taken = prepared.choice().key().orElseThrow();
                List<String> playable = catalog.playableKeys(exercise.id(), instrument.id());

                assertInRange(instrument, prepared);
                assertThat(playable).contains(taken);
                if (playable.contains(exercise.defaultKey())) {
                    assertThat(taken).isEqualTo(exercise.defaultKey());
                }
            }
        }
    }

    @Test
    void an_octave_scale_lies_in_the_comfortable_range_in_most_keys() {
        for (Instrument instrument : withPitch()) {
            long comfortable = catalog.playableKeys(SCALE, instrument.id()).stream()
                    .map(key -> catalog.prepare(choice(SCALE, instrument.id(), key, 0)))
                    .filter(exercise -> lowest(exercise) >= instrument.comfortableLowestMidi()
                            && highest(exercise) <= instrument.comfortableHighestMidi())
                    .count();
            assertThat(comfortable).as(instrument.id()).isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void octaves_count_from_the_usual_register() {
        int usual = lowest(catalog.prepare(choice(SCALE, "piano", "C", 0)));
        assertThat(lowest(catalog.prepare(choice(SCALE, "piano", "C", 2)))).isEqualTo(usual + 24);
        assertThat(lowest(catalog.prepare(choice(SCALE, "piano", "C", -2)))).isEqualTo(usual - 24);
    }

    @Test
    @Tag("ASVS-2.2.3")
    void an_octave_too_low_is_refused_with_the_nearest_that_fits() {
        InvalidExerciseChoiceException refusal = refusal(choice(SCALE, "violin", "C", -2));
        assertThat(refusal.key()).isEqualTo("exercise.out-of-range");
        assertThat(refusal.suggestedOctave()).contains(0);
        assertThat(refusal.arguments()).containsExactly("0");
        assertThat(refusal.suggestedKey()).isEmpty();
    }

    @Test
    void a_key_too_wide_in_every_octave_is_refused_with_the_nearest_key_that_fits() {
        InvalidExerciseChoiceException refusal = refusal(choice("scale-major-two-octaves", "recorder", "F", 0));
        assertThat(refusal.key()).isEqualTo("exercise.out-of-range.key");
        assertThat(refusal.suggestedKey()).contains("D");
        assertThat(refusal.suggestedOctave()).isEmpty();
    }

    @Test
    @Tag("ASVS-2.2.1")
    void unknown_names_are_refused() {
        assertThat(refusal(choice("no-such", "violin", "C", 0)).key()).isEqualTo("exercise.unknown");
        assertThat(refusal(choice(SCALE, "kazoo", "C", 0)).key()).isEqualTo("instrument.unknown");
        assertThat(refusal(choice(SCALE, "violin", "H", 0)).key()).isEqualTo("exercise.key.unknown");
        assertThat(refusal(choice(SCALE, "violin", "Gb", 0)).arguments()).containsExactly("Gb");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 29, 241, Integer.MAX_VALUE})
    void a_tempo_out_of_range_is_refused(int tempo) {
        InvalidExerciseChoiceException refusal = catchThrowableOfType(
                InvalidExerciseChoiceException.class,
                () -> new ExerciseChoice(SCALE, "violin", Optional.empty(), 0, tempo));
        assertThat(refusal.key()).isEqualTo("exercise.tempo.range");
        assertThat(refusal.arguments()).containsExactly("30", "240");
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 3})
    void an_octave_out_of_range_is_refused(int octave) {
        InvalidExerciseChoiceException refusal = catchThrowableOfType(
                InvalidExerciseChoiceException.class,
                () -> new ExerciseChoice(SCALE, "violin", Optional.empty(), octave, 80));
        assertThat(refusal.key()).isEqualTo("exercise.octave.range");
    }

    @Test
    void the_catalogue_has_all_kinds_and_twelve_keys_each() {
        assertThat(catalog.exercises()).hasSizeGreaterThanOrEqualTo(16).allSatisfy(exercise -> {
            assertThat(exercise.keys()).hasSize(12).contains(exercise.defaultKey());
            assertThat(exercise.defaultTempo()).isBetween(ExerciseChoice.MIN_TEMPO, ExerciseChoice.MAX_TEMPO);
            assertThat(exercise.titleKey()).isEqualTo("exercise." + exercise.id() + ".title");
        });
        assertThat(catalog.exercises()).extracting(ExerciseSummary::kind).contains(ExerciseKind.values());
        assertThat(catalog.instruments()).hasSize(20);
    }

    @Test
    void on_percussion_only_the_rhythm_is_written_whatever_key_and_octave_were_chosen() {
        Exercise tune = catalog.prepare(choice("tune-amazing-grace", "violin", "D", 0));
        for (int octave : new int[] {-2, 0, 2}) {
            Exercise rhythm = catalog.prepare(choice("tune-amazing-grace", "percussion", "D", octave));
            assertThat(rhythm.hasPitch()).isFalse();
            assertThat(rhythm.choice().key()).contains("C");
            assertThat(rhythm.notes()).extracting(ScoreNote::soundingMidi).containsOnly(71);
            assertThat(rhythm.notes()).extracting(ScoreNote::writtenName).containsOnly("");
            assertThat(rhythm.notes())
                    .extracting(ScoreNote::startBeat)
                    .isEqualTo(tune.notes().stream().map(ScoreNote::startBeat).toList());
        }
        assertThat(catalog.playableKeys("tune-amazing-grace", "percussion")).containsExactly("C");
        assertThat(refusal(choice("tune-amazing-grace", "percussion", "H", 0)).key())
                .isEqualTo("exercise.key.unknown");
    }

    private List<Instrument> withPitch() {
        return catalog.instruments().stream().filter(Instrument::hasPitch).toList();
    }

    private InvalidExerciseChoiceException refusal(ExerciseChoice choice) {
        return catchThrowableOfType(InvalidExerciseChoiceException.class, () -> catalog.prepare(choice));
    }

    private static ExerciseChoice suggested(ExerciseChoice choice, InvalidExerciseChoiceException refusal) {
        return refusal.suggestedKey()
                .map(key -> choice(choice.exerciseId(), choice.instrumentId(), key, 0))
                .orElseGet(() -> choice(
                        choice.exerciseId(),
                        choice.instrumentId(),
                        choice.key().orElseThrow(),
                        refusal.suggestedOctave().orElseThrow()));
    }

    private static ExerciseChoice choice(String exercise, String instrument, String key, int octave) {
        return new ExerciseChoice(exercise, instrument, Optional.of(key), octave, 80);
    }

    private static void assertInRange(Instrument instrument, Exercise exercise) {
        assertThat(lowest(exercise)).isGreaterThanOrEqualTo(instrument.lowestMidi());
        assertThat(highest(exercise)).isLessThanOrEqualTo(instrument.highestMidi());
    }

    private static int lowest(Exercise exercise) {
        return exercise.notes().stream().mapToInt(ScoreNote::soundingMidi).min().orElseThrow();
    }

    private static int highest(Exercise exercise) {
        return exercise.notes().stream().mapToInt(ScoreNote::soundingMidi).max().orElseThrow();
    }
}
