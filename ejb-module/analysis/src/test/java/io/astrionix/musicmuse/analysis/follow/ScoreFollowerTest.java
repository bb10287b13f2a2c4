package io.astrionix.musicmuse.analysis.follow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.MadeUpKeyTake;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.analysis.score.TakeScore;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty notes of half a second, four to a bar, the first after two seconds, and players who do not play them straight. */
class ScoreFollowerTest {

    private static final ScoringRules RULES = RuleBook.current(InputKind.KEYS, Strictness.BEGINNER);
    private static final double BEAT = 0.5;
    private static final double START = 2;
    private static final Pace METRONOME = new Pace.Metronome(BEAT);
    private static final Pace OWN = new Pace.Own();

    private static final List<ExpectedNote> MUSIC =
            music(BEAT, 60, 62, 64, 65, 67, 65, 64, 62, 60, 64, 67, 72, 71, 69, 67, 65, 64, 62, 64, 60);
    private static final String ALL_RIGHT = "r".repeat(MUSIC.size());

    @Property(tries = 500, seed = "20261128")
    void who_keeps_to_the_metronome_is_judged_as_if_nobody_followed(@ForAll long seed) {
        MadeUpKeyTake take = MadeUpKeyTake.of(new Random(seed));

        assertThat(ScoreFollower.score(take.music(), take.played(), RULES, new Pace.Metronome(take.beatSeconds())))
                .isEqualTo(ScoreFollower.score(take.music(), take.played(), RULES, new Pace.Fixed()));
    }

    @Test
    void who_stops_and_goes_on_where_it_was_has_all_right() {
        Player player = player().plays(0, 7).waits(2 * BEAT).plays(7, 20);

        assertThat(verdicts(player, METRONOME)).isEqualTo(ALL_RIGHT);
        assertThat(verdicts(player, new Pace.Fixed())).isNotEqualTo(ALL_RIGHT);
    }

    @Test
    void who_starts_again_at_the_beginning_of_a_bar_is_judged_by_the_last_time() {
        Player player = player().plays(0, 5)
                .plays(5, 2, 0, 1) // a wrong note, which makes the player stop
                .waits(BEAT)
                .plays(4, 20);

        assertThat(verdicts(player, METRONOME)).isEqualTo(ALL_RIGHT);
    }

    @Test
    void mistakes_of_the_last_time_count() {
        Player player =
                player().plays(0, 8).waits(BEAT).plays(4, 9).plays(9, 1, 0, 1).plays(10, 20);

        assertThat(verdicts(player, METRONOME)).isEqualTo("rrrrrrrrrwrrrrrrrrrr");
    }

    @Test
    void a_bar_played_twice_is_judged_once() {
        Player player = player().plays(0, 12).plays(8, 20);

        assertThat(verdicts(player, METRONOME)).isEqualTo(ALL_RIGHT);
    }

    @Test
    void a_bar_left_out_is_missed_and_nothing_else() {
        Player player = player().plays(0, 8).plays(12, 20);

        assertThat(verdicts(player, METRONOME)).isEqualTo("rrrrrrrrmmmmrrrrrrrr");
        assertThat(verdicts(player, OWN)).isEqualTo("rrrrrrrrmmmmrrrrrrrr");
    }

    @Test
    void who_goes_on_off_the_beat_is_judged_by_that() {
        Player player = player().plays(0, 8).waits(4.45 * BEAT).plays(8, 20);

        assertThat(verdicts(player, METRONOME)).isEqualTo(ALL_RIGHT);
    }

    /** It would hide who always drags. */
    @Test
    void who_is_always_late_is_late() {
        Player player = new Player(MUSIC, START + 0.15).plays(0, 20);

        assertThat(verdicts(player, METRONOME)).isEqualTo("l".repeat(20));
    }

    @Test
    void who_starts_again_twice_is_found_twice() {
        Player player =
                player().plays(0, 6).waits(BEAT).plays(4, 10).waits(3 * BEAT).plays(8, 20);

        ScoreFollower follower = follower(player, METRONOME);

        assertThat(follower.whereabouts().latest().number()).isEqualTo(2);
        assertThat(follower.whereabouts().latest().noteIndex()).isEqualTo(8);
        assertThat(verdicts(player, METRONOME)).isEqualTo(ALL_RIGHT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.7, 1, 1.6, 2.5, 3.5})
    void an_own_tempo_is_as_good_as_any_other(double slower) {
        assertThat(verdicts(new Player(MUSIC, 7.3).plays(0, 20, slower), OWN)).isEqualTo(ALL_RIGHT);
    }

    @Test
    void an_own_tempo_may_drift() {
        Player player = new Player(MUSIC, 1);
        for (int note = 0; note < 20; note++) {
            player.plays(note, 0, 0, 1.2 + 0.3 * Math.sin(note / 4.0));
        }

        assertThat(verdicts(player, OWN)).isEqualTo(ALL_RIGHT);
    }

    @Test
    void in_an_own_tempo_one_note_off_the_beat_is_early_or_late() {
        Player player = new Player(MUSIC, 1)
                .plays(0, 6, 1.5)
                .plays(6, 0, 0.2, 1.5)
                .plays(7, 13, 1.5)
                .plays(13, 0, -0.2, 1.5)
                .plays(14, 20, 1.5);

        assertThat(verdicts(player, OWN)).isEqualTo("rrrrrrlrrrrrrerrrrrr");
    }

    @Test
    void in_an_own_tempo_wrong_missed_and_extra_notes_are_said() {
        Player player = new Player(MUSIC, 1)
                .plays(0, 3, 1.3)
                .plays(3, 1, 0, 1.3)
                .plays(4, 10, 1.3)
                .skips(10, 1.3)
                .plays(11, 20, 1.3);

        assertThat(verdicts(player, OWN)).isEqualTo("rrrwrrrrrrmrrrrrrrrr");
    }

    /** The first one, too: nobody knows when it was to come but from those behind it. */
    @Test
    void in_an_own_tempo_a_first_note_may_be_missed_or_wrong() {
        assertThat(verdicts(new Player(MUSIC, 5).plays(1, 20, 1.3), OWN)).isEqualTo("mrrrrrrrrrrrrrrrrrrr");
        assertThat(verdicts(new Player(MUSIC, 5).plays(0, 1, 0, 1.3).plays(1, 20, 1.3), OWN))
                .isEqualTo("wrrrrrrrrrrrrrrrrrrr");
    }

    @Test
    void in_an_own_tempo_one_may_wait_and_go_back() {
        Player player = new Player(MUSIC, 1)
                .plays(0, 6, 1.4)
                .waits(5)
                .plays(6, 10, 1.4)
                .waits(2)
                .plays(4, 20, 1.2);

        assertThat(verdicts(player, OWN)).isEqualTo(ALL_RIGHT);
    }

    @Test
    void a_tempo_that_was_wrong_first_is_as_good() {
        Player player = new Player(MUSIC, 1).plays(0, 4).plays(0, 20, 2);

        assertThat(verdicts(player, OWN)).isEqualTo(ALL_RIGHT);
    }

    @Test
    void claps_are_followed_in_their_own_tempo_by_their_rhythm() {
        ScoringRules claps = RuleBook.current(InputKind.PERCUSSION, Strictness.BEGINNER);
        Player player = new Player(MUSIC, 1).plays(0, 10, 1.5).skips(10, 1.5).plays(11, 20, 1.6);

        assertThat(verdicts(ScoreFollower.score(MUSIC, player.played(), claps, OWN)))
                .isEqualTo("rrrrrrrrrrmrrrrrrrrr");
    }

    @Test
    void who_has_played_nothing_has_missed_all() {
        for (Pace pace : List.of(METRONOME, OWN, new Pace.Fixed())) {
            assertThat(verdicts(player(), pace)).isEqualTo("m".repeat(20));
            assertThat(ScoreFollower.score(List.of(), player().plays(0, 5).played(), RULES, pace)
                            .score())
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-12, 12, -24, 5})
    void in_an_own_tempo_who_plays_in_another_octave_is_told_so(int semitones) {
        Player player = new Player(MUSIC, 3);
        for (int note = 0; note < 20; note++) {
            player.plays(note, semitones, 0, 1.4);
        }

        assertThat(ScoreFollower.score(MUSIC, player.played(), RULES, OWN).transposedSemitones())
                .hasValue(semitones);
    }

    /** "Alle meine Entchen", in which much comes again, a tone or so higher or lower too. */
    @ParameterizedTest
    @ValueSource(ints = {-12, -9, -7, -2, 2, 5, 7, 12})
    void to_a_metronome_who_plays_on_an_instrument_that_transposes_is_told_so(int semitones) {
        List<ExpectedNote> tune = music(
                BEAT, 60, 62, 64, 65, 67, 67, 69, 69, 69, 69, 67, 69, 69, 69, 69, 67, 65, 65, 65, 65, 64, 64, 62, 62,
                62, 62, 60);
        Player player = new Player(tune, START);
        for (int note = 0; note < tune.size(); note++) {
            player.plays(note, semitones, 0, 1);
        }

        ScoreFollower follower = new ScoreFollower(tune, RULES, METRONOME);
        follower.hear(player.played());

        assertThat(follower.whereabouts().latest().number()).isZero();
        assertThat(follower.score(player.played()).transposedSemitones()).hasValue(semitones);
    }

    /** Where only the rhythm counts, a pad says nothing about the place. */
    @Test
    void strokes_on_two_pads_are_never_found_elsewhere() {
        ScoringRules claps = RuleBook.current(InputKind.PERCUSSION, Strictness.BEGINNER);
        Player player = player().plays(0, 8).waits(0.3).plays(8, 14);

        ScoreFollower follower = new ScoreFollower(MUSIC, claps, METRONOME);
        follower.hear(player.played());

        assertThat(follower.whereabouts().latest().number()).isZero();
    }

    /** What is stored of a take is the notes: the same notes must always be worth the same. */
    @Property(tries = 200, seed = "20261128")
    void the_order_of_the_lists_changes_nothing(@ForAll long seed) {
        Random random = new Random(seed);
        int at = 2 + random.nextInt(10);
        Player player =
                player().plays(0, at).waits(BEAT * (1 + random.nextInt(4))).plays(random.nextInt(at), 20);
        List<ExpectedNote> music = new ArrayList<>(MUSIC);
        var played = new ArrayList<>(player.played());
        java.util.Collections.shuffle(music, random);
        java.util.Collections.shuffle(played, random);

        assertThat(ScoreFollower.score(music, played, RULES, METRONOME))
                .isEqualTo(ScoreFollower.score(MUSIC, player.played(), RULES, METRONOME));
    }

    @Property(tries = 300, seed = "20261128")
    void wherever_one_goes_back_to_the_last_time_counts(@ForAll long seed) {
        Random random = new Random(seed);
        List<ExpectedNote> music = music(BEAT, random.ints(30, 55, 79).toArray());
        int at = 6 + random.nextInt(16);
        int back = random.nextInt(at + 1);
        Player player = new Player(music, START)
                .plays(0, at)
                .waits(BEAT * (1 + random.nextInt(8)))
                .plays(back, 30);

        TakeScore score = ScoreFollower.score(music, player.played(), RULES, METRONOME);

        assertThat(verdicts(score)).isEqualTo("r".repeat(30));
    }

    @Test
    void a_beat_has_a_length() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace.Metronome(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace.Metronome(Double.POSITIVE_INFINITY));
    }

    private static List<ExpectedNote> music(double beat, int... pitches) {
        return IntStream.range(0, pitches.length)
                .mapToObj(i -> new ExpectedNote(i, pitches[i], START + i * beat, beat))
                .toList();
    }

    private static Player player() {
        return new Player(MUSIC, START);
    }

    private static ScoreFollower follower(Player player, Pace pace) {
        var follower = new ScoreFollower(MUSIC, RULES, pace);
        follower.hear(player.played());
        return follower;
    }

    private static String verdicts(Player player, Pace pace) {
        return verdicts(ScoreFollower.score(MUSIC, player.played(), RULES, pace));
    }

    /** The first letters of the verdicts, those on extra notes left out only where there are none. */
    private static String verdicts(TakeScore score) {
        return score.verdicts().stream()
                .map(NoteVerdict::verdict)
                .map(verdict -> verdict == Verdict.EXTRA ? "+" : verdict.id().substring(0, 1))
                .collect(joining());
    }
}
