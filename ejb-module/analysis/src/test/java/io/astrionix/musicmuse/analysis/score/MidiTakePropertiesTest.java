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

    private static final double JITTER_SECONDS = 0.015;
    private static final double[] GAPS = {0.6, 0.75, 1};
    private static final int[][] CHORDS = {{0}, {0}, {0, 4}, {0, 4, 7}, {0, 3, 7, 12}};
    private static final ScoringRules RULES = RuleBook.current(InputKind.KEYS, Strictness.STANDARD);

    @Property(tries = 500, seed = "20261128")
    void every_verdict_is_what_was_played(@ForAll long seed) {
        Keyboard keyboard = new Keyboard(new Random(seed));
        keyboard.play(24);

        Map<Integer, Verdict> verdicts = new TreeMap<>();
        List<Double> extras = new ArrayList<>();
        for (NoteVerdict verdict :
                Scorer.score(keyboard.music, keyboard.played, RULES).verdicts()) {
            if (verdict.extraId().isPresent()) {
                extras.add(verdict.heardMidi().getAsDouble());
            } else {
                verdicts.put(verdict.noteIndex(), verdict.verdict());
            }
        }

        assertThat(verdicts).isEqualTo(keyboard.truth);
        assertThat(extras).isEqualTo(keyboard.extras);
    }

    /** Makes up music and plays it, with mistakes. */
    private static final class Keyboard {

        private final List<ExpectedNote> music = new ArrayList<>();
        private final List<PlayedNote> played = new ArrayList<>();
        private final Map<Integer, Verdict> truth = new TreeMap<>();
        private final List<Double> extras = new ArrayList<>();
        private final Random random;

        Keyboard(Random random) {
            this.random = random;
        }

        void play(int onsets) {
            double at = 0.5;
            double gap = GAPS[random.nextInt(GAPS.length)];
            for (int i = 0; i < onsets; i++) {
                int root = 40 + random.nextInt(40);
                int[] chord = CHORDS[random.nextInt(CHORDS.length)];
                for (int interval : chord) {
                    note(root + interval, at, gap);
                }
                if (i + 1 < onsets && random.nextInt(10) == 0) {
                    extras.add(root - 3.0); // not after the last: there it could be meant as a missed note
                    press(root - 3, at + gap / 2);
                }
                at += gap;
            }
        }

        private void note(int key, double at, double gap) {
            int index = music.size();
            music.add(new ExpectedNote(index, key, at, gap));
            switch (random.nextInt(12)) {
                case 0 -> truth.put(index, Verdict.MISSED);
                case 1 -> {
                    truth.put(index, Verdict.WRONG);
                    press(key + 1, at);
                }
                case 2 -> {
                    truth.put(index, Verdict.LATE);
                    press(key, at + 0.09 + 0.05 * random.nextDouble());
                }
                case 3 -> {
                    truth.put(index, Verdict.EARLY);
                    press(key, at - 0.09 - 0.05 * random.nextDouble());
                }
                default -> {
                    truth.put(index, Verdict.RIGHT);
                    press(key, at);
                }
            }
        }

        private void press(int key, double at) {
            double arrives = at + JITTER_SECONDS * (2 * random.nextDouble() - 1);
            played.add(new PlayedNote(played.size(), arrives, 0.2, key));
        }
    }
}
