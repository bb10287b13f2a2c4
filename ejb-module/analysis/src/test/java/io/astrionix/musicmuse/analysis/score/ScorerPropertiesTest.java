package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScorerPropertiesTest {

    @Provide
    Arbitrary<List<ExpectedNote>> music() {
        Arbitrary<List<Integer>> pitches =
                Arbitraries.integers().between(30, 100).list().ofMinSize(1).ofMaxSize(30);
        Arbitrary<Double> gaps = Arbitraries.doubles().between(0.1, 2);
        return Combinators.combine(pitches, gaps).as((midi, gap) -> IntStream.range(0, midi.size())
                .mapToObj(i -> new ExpectedNote(i, midi.get(i), 0.5 + i * gap, gap))
                .toList());
    }

    @Provide
    Arbitrary<List<PlayedNote>> anything() {
        Arbitrary<Double> onsets = Arbitraries.doubles().between(-1, 20);
        Arbitrary<Double> pitches = Arbitraries.doubles().between(25, 105);
        return Combinators.combine(onsets, pitches)
                .as((onset, midi) -> new PlayedNote(0, onset, 0.1, midi))
                .list()
                .ofMaxSize(40)
                .map(notes -> IntStream.range(0, notes.size())
                        .mapToObj(i -> new PlayedNote(
                                i,
                                notes.get(i).onsetSeconds(),
                                0.1,
                                notes.get(i).midi()))
                        .toList());
    }

    private static List<PlayedNote> played(List<ExpectedNote> music) {
        return music.stream()
                .map(n -> new PlayedNote(n.index(), n.startSeconds(), n.durationSeconds(), n.midi()))
                .toList();
    }

    @Property
    void playing_what_is_written_is_worth_100(
            @ForAll("music") List<ExpectedNote> music, @ForAll Strictness strictness) {
        TakeScore score = Scorer.score(music, played(music), RuleBook.current(InputKind.TUNED, strictness));
        assertThat(score.score()).isCloseTo(100, within(1e-9));
        assertThat(score.accuracyPercent()).isCloseTo(100, within(1e-9));
        assertThat(score.extras()).isZero();
    }

    @Property
    void every_score_lies_between_0_and_100_and_the_verdicts_add_up(
            @ForAll("music") List<ExpectedNote> music,
            @ForAll("anything") List<PlayedNote> played,
            @ForAll Strictness strictness) {
        TakeScore score = Scorer.score(music, played, RuleBook.current(InputKind.TUNED, strictness));
        assertThat(score.score()).isBetween(0.0, 100.0);
        assertThat(score.accuracyPercent()).isBetween(0.0, 100.0);
        assertThat(score.attempted() + score.extras()).isEqualTo(played.size());
        assertThat(score.verdicts()).hasSize(music.size() + score.extras());
        assertThat(score.verdicts().stream().map(NoteVerdict::noteIndex).filter(i -> i >= 0))
                .containsExactlyElementsOf(
                        music.stream().map(ExpectedNote::index).toList());
    }

    @Property
    void the_order_of_the_lists_does_not_matter(
            @ForAll("music") List<ExpectedNote> music, @ForAll("anything") List<PlayedNote> played, @ForAll long seed) {
        List<ExpectedNote> shuffledMusic = new ArrayList<>(music);
        List<PlayedNote> shuffled = new ArrayList<>(played);
        Collections.shuffle(shuffledMusic, new Random(seed));
        Collections.shuffle(shuffled, new Random(seed));
        ScoringRules rules = RuleBook.current(InputKind.TUNED, Strictness.STANDARD);
        assertThat(Scorer.score(shuffledMusic, shuffled, rules)).isEqualTo(Scorer.score(music, played, rules));
    }

    @Property
    void an_extra_note_never_raises_the_score(@ForAll("music") List<ExpectedNote> music) {
        List<PlayedNote> more = new ArrayList<>(played(music));
        more.add(new PlayedNote(1000, 500, 0.1, 60));
        ScoringRules rules = RuleBook.current(InputKind.TUNED, Strictness.STANDARD);
        assertThat(Scorer.score(music, more, rules).score()).isLessThan(100);
    }

    @Property
    void when_all_is_heard_the_verdicts_so_far_are_those_of_the_end(
            @ForAll("music") List<ExpectedNote> music, @ForAll("anything") List<PlayedNote> played) {
        ScoringRules rules = RuleBook.current(InputKind.TUNED, Strictness.BEGINNER);
        assertThat(Scorer.judgeSoFar(music, played, rules, 1000, 0))
                .isEqualTo(Scorer.score(music, played, rules).verdicts());
    }

    @Property
    void what_is_missed_or_extra_so_far_stays_so(
            @ForAll("music") List<ExpectedNote> music, @ForAll("anything") List<PlayedNote> played) {
        ScoringRules rules = RuleBook.current(InputKind.TUNED, Strictness.BEGINNER);
        double until = 5;
        List<PlayedNote> early =
                played.stream().filter(n -> n.onsetSeconds() < until).toList();
        List<NoteVerdict> atTheEnd = Scorer.score(music, played, rules).verdicts();
        for (NoteVerdict verdict : Scorer.judgeSoFar(music, early, rules, until, 0)) {
            if (verdict.verdict() == Verdict.MISSED || verdict.verdict() == Verdict.EXTRA) {
                assertThat(atTheEnd).contains(verdict);
            }
        }
    }
}
