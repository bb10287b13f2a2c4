package io.astrionix.musicmuse.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Takes on a keyboard, single notes and chords, whose keys arrive up to 15 ms too early or too late: every verdict is
 * what was played.
 */
class MidiTakePropertiesTest {

    private static final ScoringRules RULES = RuleBook.current(InputKind.KEYS, Strictness.STANDARD);

    @Property(tries = 500, seed = "20261128")
    void every_verdict_is_what_was_played(@ForAll long seed) {
        MadeUpKeyTake take = MadeUpKeyTake.of(new Random(seed));

        Map<Integer, Verdict> verdicts = new TreeMap<>();
        List<Double> extras = new ArrayList<>();
        for (NoteVerdict verdict :
                Scorer.score(take.music(), take.played(), RULES).verdicts()) {
            if (verdict.extraId().isPresent()) {
                extras.add(verdict.heardMidi().getAsDouble());
            } else {
                verdicts.put(verdict.noteIndex(), verdict.verdict());
            }
        }

        assertThat(verdicts).isEqualTo(take.truth());
        assertThat(extras).isEqualTo(take.extras());
    }
}
