package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.astrionix.musicmuse.analysis.keys.KeyMessage;
import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.MadeUpKeyTake;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
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
import org.junit.jupiter.api.Test;

class KeyTakeAnalyserTest {

    private static final int RATE = 48_000;
    private static final int ON = 0x90;
    private static final int FRAME = 960;
    /** Longer than any take made up here. */
    private static final int LENGTH = 30 * RATE;

    private static final int SEVERAL_FRAMES = 5 * FRAME;
    private static final List<ExpectedNote> TWO_NOTES =
            List.of(new ExpectedNote(0, 60, 2, 1), new ExpectedNote(1, 62, 3, 1));
    private static final ScoringRules RULES = RuleBook.current(InputKind.KEYS, Strictness.STANDARD);

    @Property(tries = 200, seed = "20261128")
    void every_verdict_is_what_was_played_while_playing_and_at_the_end(@ForAll long seed) {
        Random random = new Random(seed);
        MadeUpKeyTake take = MadeUpKeyTake.of(random);
        KeyTakeAnalyser analyser = new KeyTakeAnalyser(RATE, take.music(), RULES, 0);

        List<Feedback> feedback = play(analyser, messages(take, random), random);
        TakeResult result = analyser.finish();

        assertThat(verdicts(result.score().verdicts())).isEqualTo(take.truth());
        assertThat(result.score().verdicts().stream()
                        .filter(verdict -> verdict.extraId().isPresent())
                        .map(verdict -> verdict.heardMidi().getAsDouble()))
                .containsExactlyElementsOf(take.extras());
        assertThat(verdicts(judged(feedback))).isEqualTo(take.truth());
        assertThat(verdicts(judged(analyser.verdictsSoFar()))).isEqualTo(take.truth());
    }

    @Property(tries = 50, seed = "20261128")
    void in_which_portions_messages_come_changes_nothing(@ForAll long seed) {
        MadeUpKeyTake take = MadeUpKeyTake.of(new Random(seed));
        List<KeyMessage> messages = messages(take, new Random(seed));
        List<TakeResult> results = new ArrayList<>();
        for (int portions = 0; portions < 2; portions++) {
            KeyTakeAnalyser analyser = new KeyTakeAnalyser(RATE, take.music(), RULES, 0);
            play(analyser, messages, new Random(seed + portions));
            results.add(analyser.finish());
        }
        assertThat(results.get(0).score()).isEqualTo(results.get(1).score());
        assertThat(results.get(0).notes()).isEqualTo(results.get(1).notes());
    }

    @Test
    void a_right_key_is_said_with_its_own_frame_and_a_missed_one_soon_after_its_time() {
        KeyTakeAnalyser analyser = new KeyTakeAnalyser(RATE, TWO_NOTES, RULES, 0);
        long first = Math.round(TWO_NOTES.get(0).startSeconds() * RATE);
        analyser.accept(List.of(), (int) first);
        assertThat(verdicts(judged(analyser.accept(List.of(new KeyMessage(first, ON, 60, 90)), 1))))
                .isEqualTo(Map.of(0, Verdict.RIGHT));
        assertThat(analyser.accept(List.of(), RATE)).isEmpty();
        assertThat(verdicts(judged(analyser.accept(List.of(), RATE * 7 / 10)))).isEqualTo(Map.of(1, Verdict.MISSED));
    }

    @Test
    void the_delay_is_taken_off_and_what_is_tried_before_the_music_is_no_part_of_it() {
        long delay = RATE / 10;
        KeyTakeAnalyser analyser = new KeyTakeAnalyser(RATE, TWO_NOTES, RULES, 0.1);
        List<KeyMessage> messages = new ArrayList<>(List.of(new KeyMessage(1, ON, 40, 90)));
        for (ExpectedNote note : TWO_NOTES) {
            messages.add(new KeyMessage(Math.round(note.startSeconds() * RATE) + delay, ON, note.midi(), 90));
        }
        play(analyser, messages, new Random(1));
        TakeResult result = analyser.finish();

        assertThat(result.score().verdicts()).hasSize(2).allMatch(verdict -> verdict.verdict() == Verdict.RIGHT);
        assertThat(result.score().medianTimingMillis().getAsDouble()).isBetween(-0.1, 0.1);
        assertThat(result.notes()).hasSize(2);
    }

    /** Whatever is held, and for how long: a page has to draw it, and a socket to carry it. */
    @Test
    void the_track_has_at_most_fifty_points_a_second() {
        KeyTakeAnalyser analyser = new KeyTakeAnalyser(RATE, Performance.music(60, 1, 60), RULES, 0);
        List<KeyMessage> all = new ArrayList<>();
        for (int key = 0; key < 128; key++) {
            all.add(new KeyMessage(key, ON, key, 90));
        }
        analyser.accept(all, 60 * RATE);
        assertThat(analyser.finish().track()).hasSizeBetween(2_990, 3_000);
    }

    /** Whoever sends a thousand portions a second makes the server judge no oftener. */
    @Test
    void without_a_key_it_is_judged_at_most_fifty_times_a_second() {
        KeyTakeAnalyser analyser = new KeyTakeAnalyser(RATE, TWO_NOTES, RULES, 0);
        int said = 0;
        for (int i = 0; i < 4 * RATE / 48; i++) {
            if (!analyser.accept(List.of(), 48).isEmpty()) {
                said++;
                assertThat((i + 1) * 48 % FRAME)
                        .as("sample at which it is judged")
                        .isZero();
            }
        }
        assertThat(said).isEqualTo(2);
    }

    @Test
    void no_music_and_no_keys_are_a_result_too() {
        TakeResult result = new KeyTakeAnalyser(RATE, List.of(), RULES, 0).finish();
        assertThat(result.score().score()).isZero();
        assertThat(result.secondsHeard()).isZero();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyTakeAnalyser(0, List.of(), RULES, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyTakeAnalyser(RATE, List.of(), RULES, -1));
        KeyTakeAnalyser analyser = new KeyTakeAnalyser(RATE, List.of(), RULES, 0);
        analyser.finish();
        assertThatIllegalStateException().isThrownBy(analyser::finish);
        assertThatIllegalStateException().isThrownBy(() -> analyser.accept(List.of(), 1));
    }

    /** Gives each message with the portion it was played in, and now and then with the next one. */
    private static List<Feedback> play(KeyTakeAnalyser analyser, List<KeyMessage> messages, Random random) {
        List<Feedback> feedback = new ArrayList<>();
        long end = LENGTH;
        long sent = 0;
        int next = 0;
        while (sent < end) {
            int length = (int) Math.min(end - sent, 1 + random.nextInt(SEVERAL_FRAMES));
            List<KeyMessage> portion = new ArrayList<>();
            boolean isHeldUp = random.nextInt(4) == 0 && sent + length < end;
            long until = sent + length - (isHeldUp ? FRAME : 0);
            while (next < messages.size() && messages.get(next).atSample() < until) {
                portion.add(messages.get(next++));
            }
            feedback.addAll(analyser.accept(portion, length));
            sent += length;
        }
        return feedback;
    }

    private static List<KeyMessage> messages(MadeUpKeyTake take, Random random) {
        List<KeyMessage> messages = new ArrayList<>();
        for (PlayedNote note : take.played()) {
            messages.add(message(note.onsetSeconds(), 1 + random.nextInt(127), note));
            if (random.nextInt(10) > 0) { // else its release is lost
                messages.add(message(note.onsetSeconds() + note.durationSeconds(), 0, note));
            }
        }
        messages.sort(Comparator.comparingLong(KeyMessage::atSample));
        return messages;
    }

    private static KeyMessage message(double seconds, int velocity, PlayedNote note) {
        return new KeyMessage(Math.round(seconds * RATE), ON, (int) note.midi(), velocity);
    }

    private static List<NoteVerdict> judged(List<Feedback> feedback) {
        return feedback.stream()
                .filter(NoteJudged.class::isInstance)
                .map(said -> ((NoteJudged) said).verdict())
                .toList();
    }

    /** The last one on each note. */
    private static Map<Integer, Verdict> verdicts(List<NoteVerdict> verdicts) {
        Map<Integer, Verdict> last = new TreeMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.extraId().isEmpty())
                .forEach(verdict -> last.put(verdict.noteIndex(), verdict.verdict()));
        return last;
    }
}
