package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.follow.Pace;
import io.astrionix.musicmuse.analysis.follow.Player;
import io.astrionix.musicmuse.analysis.keys.KeyMessage;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Players who stop, start again, leave out a bar or take their own tempo, while they play: on keys, and by ear. */
class FollowedTakeTest {

    private static final int RATE = 48_000;
    private static final int PORTION = 960;
    private static final double BEAT = 0.5;
    private static final ScoringRules KEYS = RuleBook.current(InputKind.KEYS, Strictness.BEGINNER);
    private static final ScoringRules EAR = RuleBook.current(InputKind.TUNED, Strictness.BEGINNER);

    private static final List<ExpectedNote> MUSIC = Performance.music(
            60 / BEAT, 1, 60, 62, 64, 65, 67, 65, 64, 62, 60, 64, 67, 72, 71, 69, 67, 65, 64, 62, 64, 60);
    private static final double START = MUSIC.get(0).startSeconds();

    private enum Way {
        BY_EAR,
        ON_KEYS
    }

    /** What was said while playing, and in the end. */
    private record Heard(List<Feedback> feedback, TakeResult result) {

        List<PlayerFollowed> changes() {
            return feedback.stream()
                    .filter(PlayerFollowed.class::isInstance)
                    .map(PlayerFollowed.class::cast)
                    .filter(PlayerFollowed::isElsewhere)
                    .toList();
        }

        /** The verdicts a page shows in the end: those on notes that are played again are wiped. */
        Map<Integer, Verdict> shown() {
            Map<Integer, Verdict> shown = new TreeMap<>();
            for (Feedback said : feedback) {
                if (said instanceof PlayerFollowed place && place.isElsewhere()) {
                    int from = place.whereabouts().latest().noteIndex();
                    shown.keySet().removeIf(note -> note >= from);
                } else if (said instanceof NoteJudged judged
                        && judged.verdict().extraId().isEmpty()) {
                    shown.put(judged.verdict().noteIndex(), judged.verdict().verdict());
                }
            }
            return shown;
        }

        Map<Integer, Verdict> judged() {
            Map<Integer, Verdict> verdicts = new TreeMap<>();
            result.score().verdicts().stream()
                    .filter(verdict -> verdict.extraId().isEmpty())
                    .forEach(verdict -> verdicts.put(verdict.noteIndex(), verdict.verdict()));
            return verdicts;
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void who_starts_again_is_followed_and_what_was_said_before_is_wiped(Way way) {
        Heard heard = hear(
                way,
                new Player(MUSIC, START)
                        .plays(0, 9)
                        .plays(9, 1, 0, 1)
                        .waits(2 * BEAT)
                        .plays(8, 20),
                new Pace.Metronome(BEAT));

        assertThat(heard.changes()).hasSize(1);
        var place = heard.changes().get(0).whereabouts();
        assertThat(place.noteIndex()).isEqualTo(8);
        assertThat(place.atSeconds()).isEqualTo(MUSIC.get(8).startSeconds() + 4 * BEAT);
        assertThat(place.speed()).isEqualTo(1);
        assertThat(heard.judged()).hasSize(20).containsValue(Verdict.RIGHT).doesNotContainValue(Verdict.WRONG);
        assertThat(heard.judged().values()).containsOnly(Verdict.RIGHT);
        assertThat(heard.shown()).isEqualTo(heard.judged());
        assertThat(heard.result().score().extras()).isZero();
    }

    /** Four notes tell where somebody is, and in slow music that is a long time. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void who_starts_again_in_slow_music_sees_all_of_it_marked(Way way) {
        double beat = 2;
        List<ExpectedNote> slow = Performance.music(60 / beat, 1, 60, 62, 64, 65, 67, 65, 64, 62, 60, 64, 67, 72);
        Player player = new Player(slow, slow.get(0).startSeconds())
                .plays(0, 7)
                .waits(2 * beat)
                .plays(4, 12);

        Heard heard = hear(way, slow, player, new Pace.Metronome(beat));

        assertThat(heard.changes()).hasSize(1);
        assertThat(heard.judged().values()).hasSize(12).containsOnly(Verdict.RIGHT);
        assertThat(heard.shown()).isEqualTo(heard.judged());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_bar_left_out_is_missed_and_the_rest_is_right(Way way) {
        Heard heard = hear(way, new Player(MUSIC, START).plays(0, 8).plays(12, 20), new Pace.Metronome(BEAT));

        assertThat(heard.judged()).hasSize(20);
        heard.judged().forEach((note, verdict) -> assertThat(verdict)
                .as("note %d", note)
                .isEqualTo(note >= 8 && note < 12 ? Verdict.MISSED : Verdict.RIGHT));
        assertThat(heard.shown()).isEqualTo(heard.judged());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void in_an_own_tempo_the_music_waits(Way way) {
        Heard heard =
                hear(way, new Player(MUSIC, START + 3).plays(0, 8, 1.6).waits(4).plays(8, 20, 1.3), new Pace.Own());

        assertThat(heard.judged()).hasSize(20);
        assertThat(heard.judged().values()).containsOnly(Verdict.RIGHT);
        assertThat(heard.shown()).isEqualTo(heard.judged());
        assertThat(heard.changes()).isEmpty();
        assertThat(heard.feedback().stream()
                        .filter(NoteJudged.class::isInstance)
                        .map(said -> ((NoteJudged) said).verdict().verdict()))
                .as("nobody knows when a note is to come before it is played")
                .containsOnly(Verdict.RIGHT);
    }

    /** On the beat nobody starts again to the millisecond, and a device that was not measured is late as a whole. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void the_first_note_of_a_new_start_is_marked_though_it_is_late(Way way) {
        Heard heard = hear(
                way,
                new Player(MUSIC, START).plays(0, 9).waits(3 * BEAT + 0.12).plays(8, 20),
                new Pace.Metronome(BEAT));

        assertThat(heard.judged()).containsEntry(8, Verdict.LATE);
        assertThat(heard.shown()).isEqualTo(heard.judged());
    }

    @Test
    void extra_notes_of_the_first_try_are_taken_back() {
        Heard heard = hear(
                Way.ON_KEYS,
                new Player(MUSIC, START)
                        .plays(0, 9)
                        .plays(9, 30, 0.25, 1)
                        .waits(2 * BEAT)
                        .plays(8, 20),
                new Pace.Metronome(BEAT));

        assertThat(heard.feedback())
                .anyMatch(said ->
                        said instanceof NoteJudged judged && judged.verdict().verdict() == Verdict.EXTRA)
                .anyMatch(ExtraRetracted.class::isInstance);
        assertThat(heard.result().score().extras()).isZero();
    }

    @Test
    void in_an_own_tempo_a_try_before_the_beginning_is_no_mistake() {
        List<PlayedNote> tried = List.of(new PlayedNote(0, 0.3, 0.2, 70), new PlayedNote(1, 0.6, 0.2, 47));
        Heard heard =
                hear(Way.ON_KEYS, new Player(MUSIC, START + 5).after(tried).plays(0, 20, 1.2), new Pace.Own());

        assertThat(heard.judged().values()).containsOnly(Verdict.RIGHT);
        assertThat(heard.result().score().extras()).isZero();
        assertThat(heard.feedback().stream()
                        .filter(NoteJudged.class::isInstance)
                        .map(said -> ((NoteJudged) said).verdict().verdict()))
                .containsOnly(Verdict.RIGHT);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void in_an_own_tempo_each_note_tells_the_place_and_the_speed(Way way) {
        Heard heard = hear(way, new Player(MUSIC, START).plays(0, 20, 2), new Pace.Own());

        List<PlayerFollowed> places = heard.feedback().stream()
                .filter(PlayerFollowed.class::isInstance)
                .map(PlayerFollowed.class::cast)
                .toList();
        assertThat(places.stream().map(place -> place.whereabouts().noteIndex()).distinct())
                .contains(1, 5, 10, 18)
                .isSorted();
        assertThat(places.get(places.size() - 1).whereabouts().speed()).isBetween(0.45, 0.55);
    }

    /** Somebody whose line broke down must be told where the player is. */
    @Test
    void a_page_that_comes_back_hears_where_the_player_is() {
        var analyser = new KeyTakeAnalyser(RATE, new TakeTerms(MUSIC, KEYS, new Pace.Metronome(BEAT), 0));
        play(analyser, new Player(MUSIC, START).plays(0, 10).waits(BEAT).plays(4, 14));

        assertThat(analyser.verdictsSoFar().stream()
                        .filter(PlayerFollowed.class::isInstance)
                        .map(said -> ((PlayerFollowed) said).whereabouts().noteIndex()))
                .containsExactly(4);
        assertThat(analyser.verdictsSoFar()).hasSizeGreaterThan(13);
    }

    private static Heard hear(Way way, Player player, Pace pace) {
        return hear(way, MUSIC, player, pace);
    }

    private static Heard hear(Way way, List<ExpectedNote> music, Player player, Pace pace) {
        if (way == Way.ON_KEYS) {
            var analyser = new KeyTakeAnalyser(RATE, new TakeTerms(music, KEYS, pace, 0));
            List<Feedback> feedback = play(analyser, player);
            return new Heard(feedback, analyser.finish());
        }
        var analyser = new TakeAnalyser(RATE, new TakeTerms(music, EAR, pace, 0), TakeSound.USUAL);
        short[] sound = Tones.at(RATE)
                .play(new Performance(player.played().stream()
                        .map(note -> new Performance.Note(note.midi(), note.onsetSeconds(), note.durationSeconds(), 90))
                        .toList()));
        Take take = Take.of(sound, PORTION, analyser);
        return new Heard(take.feedback(), take.result());
    }

    private static List<Feedback> play(KeyTakeAnalyser analyser, Player player) {
        List<Feedback> feedback = new ArrayList<>();
        long sent = 0;
        for (PlayedNote note : player.played()) {
            long at = Math.round(note.onsetSeconds() * RATE);
            for (; sent + PORTION <= at; sent += PORTION) {
                feedback.addAll(analyser.accept(List.of(), PORTION));
            }
            feedback.addAll(
                    analyser.accept(List.of(new KeyMessage(at, 0x90, (int) note.midi(), 90)), (int) (at + 1 - sent)));
            sent = at + 1;
        }
        for (int i = 0; i < 2 * RATE / PORTION; i++) {
            feedback.addAll(analyser.accept(List.of(), PORTION));
        }
        return feedback;
    }
}
