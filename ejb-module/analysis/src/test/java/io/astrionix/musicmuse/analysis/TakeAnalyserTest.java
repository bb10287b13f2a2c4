package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakeAnalyserTest {

    private static final int RATE = 48_000;
    private static final int[] SCALE = {60, 62, 64, 65, 67, 69, 71, 72};
    private static final List<ExpectedNote> MUSIC = Performance.music(100, 1, SCALE);

    private static Take heard(Performance performance) {
        return Take.of(Tones.at(RATE).play(performance), RATE, MUSIC);
    }

    @ParameterizedTest
    @CsvSource({"44100, 60, 1", "44100, 160, 0.5", "48000, 60, 1", "48000, 100, 1", "48000, 160, 0.5"})
    void a_scale_played_right_is_right_at_both_rates_and_all_tempi(int rate, double bpm, double beats) {
        List<ExpectedNote> music = Performance.music(bpm, beats, SCALE);
        Take take = Take.of(Tones.at(rate).play(Performance.of(music, 0.95)), rate, music);
        assertThat(take.mistakes()).isEmpty();
        assertThat(take.result().score().score()).isGreaterThan(99);
        assertThat(take.result().score().medianTimingMillis().getAsDouble()).isBetween(-15.0, 25.0);
        assertThat(take.result().score().medianCents().getAsDouble()).isBetween(-3.0, 3.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, -12, 0, 12, 24})
    void low_and_high_instruments_are_heard(int transposed) {
        int[] pitches = Arrays.stream(SCALE).map(p -> p + transposed).toArray();
        List<ExpectedNote> music = Performance.music(90, 1, pitches);
        assertThat(Take.of(Tones.at(RATE).play(Performance.of(music, 0.9)), RATE, music)
                        .mistakes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"415, -1", "466, 1"})
    void at_another_concert_pitch_a_note_is_another_sound(double a4, int semitonesWithoutKnowing) {
        double cents = 1200 * Math.log(a4 / 440) / Math.log(2);
        short[] sound =
                Tones.at(RATE).play(Performance.of(MUSIC, 0.9).offBy(cents).withWrong(6, 1));
        Take take = Take.of(
                sound,
                960,
                new TakeAnalyser(RATE, new TakeTerms(MUSIC, Take.BEGINNER, 0), TakeSound.of(new ConcertPitch(a4))));

        assertThat(take.mistakes()).isEqualTo(Map.of(6, Verdict.WRONG.id()));
        assertThat(take.result().score().medianCents().getAsDouble()).isBetween(-5.0, 5.0);
        assertThat(take.result().track().stream().mapToDouble(TrackPoint::midi).min())
                .hasValueCloseTo(60.0, within(0.5));
        assertThat(Take.of(sound, RATE, MUSIC).result().score().transposedSemitones())
                .hasValue(semitonesWithoutKnowing);
    }

    @ParameterizedTest
    @ValueSource(doubles = {414.9, 466.1, 0, -440, Double.NaN})
    void what_nobody_tunes_to_is_no_concert_pitch(double a4) {
        assertThat(ConcertPitch.isPossible(a4)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new ConcertPitch(a4));
    }

    @ParameterizedTest
    @CsvSource({"-40, FLAT", "40, SHARP"})
    void an_instrument_out_of_tune_is_judged_by_its_own_tuning_from_its_first_notes_on(double cents, Verdict off) {
        Take take = heard(Performance.of(MUSIC, 0.9).offBy(cents).withWrong(6, cents / 100));
        assertThat(take.mistakes()).isEqualTo(Map.of(6, off.id()));
        assertThat(take.result().score().tuningCents()).hasValueCloseTo(cents, within(3.0));
        Map<Integer, Verdict> live = new TreeMap<>();
        take.judged().forEach(verdict -> live.put(verdict.noteIndex(), verdict.verdict()));
        assertThat(live).hasSize(MUSIC.size());
        assertThat(live.remove(6)).isEqualTo(off);
        assertThat(live.values()).containsOnly(Verdict.RIGHT);
    }

    @ParameterizedTest
    @CsvSource({"1, wrong", "-1, wrong", "12, wrong", "-12, wrong", "0.42, sharp", "-0.42, flat"})
    void another_pitch_has_its_verdict_and_all_other_notes_are_right(double semitones, String verdict) {
        assertThat(heard(Performance.of(MUSIC, 0.9).withWrong(3, semitones)).mistakes())
                .isEqualTo(Map.of(3, verdict));
    }

    @ParameterizedTest
    @CsvSource({"0.15, late", "-0.15, early"})
    void another_time_has_its_verdict_and_all_other_notes_are_right(double seconds, String verdict) {
        assertThat(heard(Performance.of(MUSIC, 0.7).withShifted(4, seconds)).mistakes())
                .isEqualTo(Map.of(4, verdict));
    }

    @Test
    void a_note_not_played_is_missed() {
        assertThat(heard(Performance.of(MUSIC, 0.9).without(5)).mistakes()).isEqualTo(Map.of(5, "missed"));
    }

    @Test
    void a_note_between_the_notes_is_extra() {
        Take take = heard(Performance.of(MUSIC, 0.45).withExtra(76, 0.5 + 3 * 0.6 + 0.3, 0.15));
        assertThat(take.mistakes()).isEqualTo(Map.of(-1, "extra"));
        assertThat(take.result().score().score()).isBetween(85.0, 90.0);
    }

    @Test
    void notes_tried_out_during_the_count_in_do_not_count() {
        List<ExpectedNote> music = MUSIC.stream()
                .map(n -> new ExpectedNote(n.index(), n.midi(), n.startSeconds() + 2, n.durationSeconds()))
                .toList();
        Performance performance =
                Performance.of(music, 0.9).withExtra(60, 0.4, 0.4).withExtra(67, 1.0, 0.5);
        Take take = Take.of(Tones.at(RATE).play(performance), RATE, music);
        assertThat(take.mistakes()).isEmpty();
        assertThat(take.result().score().notesPlayed()).isEqualTo(MUSIC.size());
    }

    @Test
    void all_mistakes_of_one_take_are_told_apart() {
        Performance performance =
                Performance.of(MUSIC, 0.7).withWrong(1, 2).withShifted(4, 0.15).without(6);
        assertThat(heard(performance).mistakes()).isEqualTo(Map.of(1, "wrong", 4, "late", 6, "missed"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75, 0.92})
    void the_same_note_again_and_again_is_heard_as_often(double share) {
        List<ExpectedNote> music = Performance.music(120, 1, 69, 69, 69, 69, 67, 67, 67);
        assertThat(Take.of(Tones.at(RATE).play(Performance.of(music, share)), RATE, music)
                        .mistakes())
                .isEmpty();
    }

    @Test
    void one_long_note_is_not_two_notes_of_that_pitch() {
        List<ExpectedNote> music = Performance.music(100, 1, 69, 69);
        Performance held = new Performance(List.of(new Performance.Note(69, 0.5, 1.2, 90)));
        assertThat(Take.of(Tones.at(RATE).play(held), RATE, music).mistakes()).isEqualTo(Map.of(1, "missed"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 40})
    void vibrato_makes_no_extra_notes(double cents) {
        Take take = Take.of(Tones.at(RATE).withVibrato(cents).play(Performance.of(MUSIC, 0.95)), RATE, MUSIC);
        assertThat(take.mistakes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-40, -20, -6, 0})
    void soft_and_loud_notes_are_heard_over_the_noise_of_the_room(double peakDbfs) {
        short[] sound = Tones.at(RATE).withPeak(peakDbfs).play(Performance.of(MUSIC, 0.9));
        assertThat(Take.of(Tones.withNoise(sound, -60, 7), RATE, MUSIC).mistakes())
                .isEmpty();
    }

    @Test
    void a_metronome_in_the_microphone_is_not_a_note() {
        List<Double> beats = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            beats.add(0.2 + i * 0.3);
        }
        short[] sound = Tones.withClicks(Tones.at(RATE).play(Performance.of(MUSIC, 0.8)), RATE, -30, beats);
        assertThat(Take.of(sound, RATE, MUSIC).mistakes()).isEmpty();
    }

    @Test
    void a_metronome_alone_leaves_all_notes_missed_and_none_extra() {
        List<Double> beats = List.of(0.5, 1.1, 1.7, 2.3, 2.9, 3.5, 4.1, 4.7);
        Take take = Take.of(Tones.withClicks(new short[6 * RATE], RATE, -20, beats), RATE, MUSIC);
        assertThat(take.result().score().notesPlayed()).isZero();
        assertThat(take.mistakes().values()).containsOnly("missed").hasSize(8);
    }

    @Test
    void the_latency_is_taken_off() {
        short[] sound = Tones.at(RATE).play(Performance.of(MUSIC, 0.9));
        short[] delayed = new short[sound.length + RATE / 4];
        System.arraycopy(sound, 0, delayed, RATE / 4, sound.length);
        Take late = Take.of(delayed, 960, new TakeAnalyser(RATE, MUSIC, Take.BEGINNER, 0));
        Take corrected = Take.of(delayed, 960, new TakeAnalyser(RATE, MUSIC, Take.BEGINNER, 0.25));
        assertThat(late.mistakes().values()).containsOnly("late");
        assertThat(corrected.mistakes()).isEmpty();
        double difference = late.result().score().medianTimingMillis().getAsDouble()
                - corrected.result().score().medianTimingMillis().getAsDouble();
        assertThat(difference).isCloseTo(250, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 127, 441, 4800, 100_000})
    void the_portions_of_the_sound_change_nothing(int chunk) {
        short[] sound = Tones.withNoise(
                Tones.at(RATE).withVibrato(15).play(Performance.of(MUSIC, 0.8).withWrong(2, 1)), -55, 3);
        Take one = Take.of(sound, 960, new TakeAnalyser(RATE, MUSIC, Take.BEGINNER, 0.05));
        Take other = Take.of(sound, chunk, new TakeAnalyser(RATE, MUSIC, Take.BEGINNER, 0.05));
        assertThat(other.feedback()).isEqualTo(one.feedback());
        assertThat(other.result()).isEqualTo(one.result());
    }

    @Test
    void silence_leaves_every_note_missed() {
        Take take = Take.of(new short[7 * RATE], RATE, MUSIC);
        assertThat(take.mistakes().values()).hasSize(8).containsOnly("missed");
        assertThat(take.result().score().score()).isZero();
        assertThat(take.result().track()).isEmpty();
        assertThat(take.result().secondsHeard()).isEqualTo(7);
    }

    @Test
    void no_sound_at_all_leaves_every_note_missed() {
        TakeResult result = new TakeAnalyser(RATE, MUSIC, Take.BEGINNER, 0).finish();
        assertThat(result.secondsHeard()).isZero();
        assertThat(result.score().verdicts()).extracting(v -> v.verdict()).containsOnly(Verdict.MISSED);
    }

    @Test
    void no_sound_breaks_it() {
        Random random = new Random(5);
        short[] noise = new short[RATE];
        short[] square = new short[RATE];
        short[] constant = new short[RATE];
        short[] impulses = new short[RATE];
        for (int i = 0; i < RATE; i++) {
            noise[i] = (short) random.nextInt();
            square[i] = i / 50 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
            constant[i] = Short.MIN_VALUE;
            impulses[i] = i % 997 == 0 ? Short.MAX_VALUE : 0;
        }
        for (short[] sound : List.of(noise, square, constant, impulses)) {
            TakeResult result = Take.of(sound, RATE, MUSIC).result();
            assertThat(result.score().score()).isBetween(0.0, 100.0);
        }
    }

    @Test
    void noise_costs_no_more_than_music() {
        short[] noise = Tones.withNoise(new short[10 * RATE], -20, 11);
        var thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        Take take = Take.of(noise, RATE, MUSIC);
        double cpuSeconds = (thread.getCurrentThreadCpuTime() - before) / 1e9;
        assertThat(take.result().score().notesPlayed()).isZero();
        assertThat(10 / cpuSeconds).isGreaterThan(8);
    }

    @Test
    void an_offset_of_the_microphone_changes_no_verdict() {
        short[] sound = Tones.at(RATE).play(Performance.of(MUSIC, 0.9));
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (short) (sound[i] + 6000);
        }
        assertThat(Take.of(sound, RATE, MUSIC).mistakes()).isEmpty();
    }

    @Test
    void a_right_note_is_reported_soon_and_once_with_that_verdict() {
        Take take = heard(Performance.of(MUSIC, 0.9));
        List<Double> delays = new ArrayList<>();
        for (ExpectedNote note : MUSIC) {
            for (int i = 0; i < take.feedback().size(); i++) {
                if (take.feedback().get(i) instanceof NoteJudged judged
                        && judged.verdict().noteIndex() == note.index()) {
                    delays.add((double) take.heardAt().get(i) / RATE - note.startSeconds());
                    break;
                }
            }
        }
        assertThat(delays).hasSize(8);
        assertThat(Collections.max(delays)).isLessThan(0.13);
        assertThat(take.judged()).extracting(v -> v.verdict()).containsOnly(Verdict.RIGHT);
        assertThat(take.feedback()).noneMatch(ExtraRetracted.class::isInstance);
    }

    @Test
    void a_missed_note_is_reported_while_the_take_goes_on_but_not_before_it_can_come_no_more() {
        Take take = heard(Performance.of(MUSIC, 0.9).without(2));
        double comesNoMore = MUSIC.get(2).startSeconds() + 0.8 * 0.6;
        for (int i = 0; i < take.feedback().size(); i++) {
            if (take.feedback().get(i) instanceof NoteJudged judged
                    && judged.verdict().verdict() == Verdict.MISSED) {
                double at = (double) take.heardAt().get(i) / RATE;
                assertThat(judged.verdict().noteIndex()).isEqualTo(2);
                assertThat(at).isBetween(comesNoMore, comesNoMore + 0.4);
            }
        }
        assertThat(take.judged()).extracting(v -> v.verdict()).contains(Verdict.MISSED);
    }

    @Test
    void the_last_word_of_the_live_verdicts_is_the_result() {
        Take take = heard(Performance.of(MUSIC, 0.7).withWrong(1, 1).withShifted(5, 0.13));
        for (var verdict : take.result().score().verdicts()) {
            assertThat(take.judged().stream()
                            .filter(v -> v.noteIndex() == verdict.noteIndex())
                            .reduce((before, after) -> after)
                            .orElseThrow()
                            .verdict())
                    .isEqualTo(verdict.verdict());
        }
    }

    @Test
    void the_pitch_is_told_about_every_21_ms_with_its_level() {
        Take take = heard(Performance.of(MUSIC, 0.9));
        List<PitchHeard> pitches = take.feedback().stream()
                .filter(PitchHeard.class::isInstance)
                .map(PitchHeard.class::cast)
                .toList();
        double perSecond = pitches.size() / take.result().secondsHeard();
        assertThat(perSecond).isBetween(40.0, 50.0);
        PitchHeard inFirstNote = pitches.get((int) (0.8 * perSecond));
        assertThat(inFirstNote.midi().getAsDouble()).isCloseTo(60, within(0.05));
        assertThat(inFirstNote.hertz().getAsDouble()).isCloseTo(261.63, within(1.0));
        assertThat(inFirstNote.levelDbfs()).isBetween(-30.0, -10.0);
        assertThat(pitches.get(3).midi()).isEmpty();
        assertThat(pitches.get(3).levelDbfs()).isEqualTo(-120);
    }

    @Test
    void the_track_follows_the_pitch_at_most_50_times_a_second() {
        TakeResult result = heard(Performance.of(MUSIC, 0.9)).result();
        assertThat(result.track().size()).isBetween(150, (int) (50 * result.secondsHeard()));
        assertThat(result.track()).isSortedAccordingTo((a, b) -> Long.compare(a.atSample(), b.atSample()));
        assertThat(result.track())
                .filteredOn(p -> Math.abs(p.atSample() - 0.8 * RATE) < 3000)
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.midi()).isCloseTo(60, within(0.05)));
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TakeAnalyser(22_050, MUSIC, Take.BEGINNER, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new TakeAnalyser(RATE, MUSIC, Take.BEGINNER, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TakeAnalyser(RATE, MUSIC, Take.BEGINNER, Double.NaN));
        TakeAnalyser analyser = new TakeAnalyser(RATE, MUSIC, Take.BEGINNER, 0);
        assertThatThrownBy(() -> analyser.accept(new short[10], 5, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        analyser.finish();
        assertThatIllegalStateException().isThrownBy(analyser::finish);
        assertThatIllegalStateException().isThrownBy(() -> analyser.accept(new short[10], 0, 10));
    }
}
