package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MatchWindowsTest {

    private static final ScoringRules RULES = RuleBook.current(InputKind.KEYS, Strictness.STANDARD);

    /** Steps of 10 ms: chords, chords that are spread, and notes at their very edge. */
    @Provide
    Arbitrary<List<ExpectedNote>> music() {
        return Arbitraries.integers().between(0, 100).list().ofMaxSize(40).map(steps -> {
            List<Integer> sorted = steps.stream().sorted().toList();
            return IntStream.range(0, sorted.size())
                    .mapToObj(i -> new ExpectedNote(i, 60, sorted.get(i) * 0.01, 0.1))
                    .toList();
        });
    }

    @Property
    void each_note_reaches_for_a_share_of_the_gap_to_the_nearest_other_onset(
            @ForAll("music") List<ExpectedNote> music) {
        MatchWindows windows = new MatchWindows(music, RULES);
        for (int i = 0; i < music.size(); i++) {
            int note = i;
            assertThat(windows.onSideOf(-1, i)).isEqualTo(reach(music, i, other -> other < note));
            assertThat(windows.onSideOf(1, i)).isEqualTo(reach(music, i, other -> other > note));
        }
    }

    private static double reach(List<ExpectedNote> music, int of, IntPredicate onThatSide) {
        double nearest = IntStream.range(0, music.size())
                .filter(onThatSide)
                .mapToDouble(other ->
                        Math.abs(music.get(other).startSeconds() - music.get(of).startSeconds()))
                .filter(gap -> gap > 0.05)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return Math.min(RULES.farthestMatchMillis(), RULES.windowGapShare() * nearest * 1000);
    }
}
