package io.astrionix.musicmuse.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.NoteVerdict;
import io.astrionix.musicmuse.analysis.score.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A take of a minute, long after whose beginning only its end is looked at. */
class LiveJudgeTest {

    private static final int RATE = 48_000;

    private final List<ExpectedNote> music =
            Performance.music(100, 1, new Random(3).ints(100, 60, 80).toArray());
    private final Take take = Take.of(Tones.at(RATE).play(withMistakes()), RATE, music);

    @Test
    void the_last_word_about_each_note_is_that_of_the_result() {
        Map<Integer, Verdict> live = new TreeMap<>();
        take.judged().stream()
                .filter(verdict -> verdict.extraId().isEmpty())
                .forEach(verdict -> live.put(verdict.noteIndex(), verdict.verdict()));
        Map<Integer, Verdict> result = take.result().score().verdicts().stream()
                .filter(verdict -> verdict.extraId().isEmpty())
                .collect(Collectors.toMap(NoteVerdict::noteIndex, NoteVerdict::verdict));

        assertThat(result)
                .hasSize(music.size())
                .containsEntry(40, Verdict.WRONG)
                .containsEntry(70, Verdict.MISSED);
        assertThat(live).isEqualTo(result);
    }

    @Test
    void nothing_is_said_about_a_note_long_after_it() {
        for (int i = 0; i < take.feedback().size(); i++) {
            if (take.feedback().get(i) instanceof NoteJudged judged
                    && judged.verdict().extraId().isEmpty()) {
                double saidAt = (double) take.heardAt().get(i) / RATE;
                ExpectedNote note = music.get(judged.verdict().noteIndex());
                assertThat(saidAt - note.startSeconds()).isLessThan(1.5);
            }
        }
    }

    @Test
    void extra_notes_are_said_and_stay() {
        assertThat(take.feedback()).noneMatch(ExtraRetracted.class::isInstance);
        assertThat(take.judged().stream()
                        .filter(verdict -> verdict.verdict() == Verdict.EXTRA)
                        .map(verdict -> verdict.extraId().getAsInt())
                        .distinct()) // said again when it has become sure
                .hasSize(take.result().score().extras());
    }

    @Test
    void a_verdict_says_how_sure_it_is() {
        assertThat(take.result().score().verdicts())
                .filteredOn(verdict -> verdict.verdict() == Verdict.MISSED)
                .extracting(NoteVerdict::confidence)
                .containsOnly(0.88);
        assertThat(take.result().score().verdicts())
                .filteredOn(verdict -> verdict.verdict() == Verdict.RIGHT)
                .allSatisfy(verdict -> assertThat(verdict.confidence()).isGreaterThanOrEqualTo(0.9));
        assertThat(take.judged().stream().filter(verdict -> verdict.verdict() == Verdict.MISSED))
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict.confidence()).isEqualTo(0.88));
    }

    private Performance withMistakes() {
        return Performance.of(music, 0.45)
                .withWrong(10, 2)
                .withShifted(20, 0.15)
                .withWrong(40, -2)
                .withShifted(50, -0.15)
                .without(70)
                .without(30)
                .withExtra(84, music.get(60).startSeconds() + 0.3, 0.15);
    }
}
