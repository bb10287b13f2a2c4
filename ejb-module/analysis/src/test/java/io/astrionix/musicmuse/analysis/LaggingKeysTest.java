package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.keys.KeyMessage;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Quick music whose player comes up to eight tenths of a note too early or too late, leaves out notes, strikes others and strikes
 * some twice: what is said last while playing is what is said at the end, for what was left behind takes no part any more.
 */
class LaggingKeysTest {

    private static final int RATE = 48_000;
    private static final int ON = 0x90;
    private static final int FRAME = 960;
    private static final int NOTES = 40;
    private static final int[] SCALE = {60, 62, 64, 65, 67, 69, 71, 72};
    private static final double[] GAPS = {0.11, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6};
    private static final ScoringRules RULES = RuleBook.current(InputKind.KEYS, Strictness.STANDARD);

    @Property(tries = 200, seed = "20261129")
    void the_last_word_while_playing_is_that_of_the_result(@ForAll long seed) {
        Random random = new Random(seed);
        List<ExpectedNote> music = music(random, GAPS[random.nextInt(GAPS.length)]);
        KeyTakeAnalyser analyser = new KeyTakeAnalyser(RATE, music, RULES, 0);

        Map<Integer, Verdict> live = new TreeMap<>();
        List<KeyMessage> keys = keys(music, random);
        long samples = Math.round((music.get(NOTES - 1).startSeconds() + 6) * RATE);
        int next = 0;
        for (long from = 0; from < samples; from += FRAME) {
            List<KeyMessage> now = new ArrayList<>();
            while (next < keys.size() && keys.get(next).atSample() < from + FRAME) {
                now.add(keys.get(next++));
            }
            analyser.accept(now, FRAME).forEach(said -> take(said, live));
        }

        Map<Integer, Verdict> result = new TreeMap<>();
        analyser.finish().score().verdicts().forEach(verdict -> result.put(key(verdict), verdict.verdict()));
        assertThat(live).isEqualTo(result);
    }

    private static List<ExpectedNote> music(Random random, double gap) {
        List<ExpectedNote> music = new ArrayList<>();
        boolean isScale = random.nextBoolean();
        double start = 1;
        for (int i = 0; i < NOTES; i++) {
            int midi = SCALE[isScale ? i % SCALE.length : random.nextInt(SCALE.length)];
            music.add(new ExpectedNote(i, midi, start, gap));
            start += random.nextInt(8) == 0 ? 2 * gap : gap;
        }
        return music;
    }

    private static List<KeyMessage> keys(List<ExpectedNote> music, Random random) {
        double lag = 1.6 * random.nextDouble() - 0.8;
        List<KeyMessage> keys = new ArrayList<>();
        for (ExpectedNote note : music) {
            double at = note.startSeconds() + lag * note.durationSeconds() + 0.02 * random.nextGaussian();
            int kind = random.nextInt(15);
            if (kind > 0) {
                int key = kind == 1 ? SCALE[random.nextInt(SCALE.length)] : note.midi();
                keys.add(pressed(at, key));
                if (kind == 2) {
                    keys.add(pressed(at + note.durationSeconds() / 2, key));
                }
            }
        }
        keys.sort(Comparator.comparingLong(KeyMessage::atSample));
        return keys;
    }

    private static KeyMessage pressed(double seconds, int key) {
        return new KeyMessage(Math.round(Math.max(0, seconds) * RATE), ON, key, 90);
    }

    private static void take(Feedback said, Map<Integer, Verdict> live) {
        if (said instanceof NoteJudged judged) {
            live.put(key(judged.verdict()), judged.verdict().verdict());
        } else if (said instanceof ExtraRetracted retracted) {
            live.remove(-1 - retracted.id());
        }
    }

    /** Its place in the music; of an extra note, a negative number. */
    private static int key(NoteVerdict verdict) {
        return verdict.extraId().isPresent() ? -1 - verdict.extraId().getAsInt() : verdict.noteIndex();
    }
}
