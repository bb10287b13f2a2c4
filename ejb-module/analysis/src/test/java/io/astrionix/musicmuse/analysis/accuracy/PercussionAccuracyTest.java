package io.astrionix.musicmuse.analysis.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.astrionix.musicmuse.analysis.FluidSynth;
import io.astrionix.musicmuse.analysis.listening.training.Drum;
import io.astrionix.musicmuse.analysis.listening.training.DrumCorpus;
import io.astrionix.musicmuse.analysis.score.InputKind;
import io.astrionix.musicmuse.analysis.score.RuleBook;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import io.astrionix.musicmuse.analysis.score.Strictness;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Floors under what {@link PercussionBench} measures. Needs the program fluidsynth and its General MIDI sound font:
 * without them it is skipped, except in continuous integration, where it fails.
 */
class PercussionAccuracyTest {

    private static final ScoringRules RULES = RuleBook.current(InputKind.PERCUSSION, Strictness.STANDARD);

    @Test
    void drums_tables_and_hands_are_heard_in_noise_in_rooms_and_far_too_quiet() {
        if (!FluidSynth.isInstalled()) {
            String message = "fluidsynth and " + FluidSynth.SOUND_FONT + " are needed to listen to drums";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            assumeTrue(false, message);
        }
        OurPercussionEar ear = new OurPercussionEar();
        Scores scores = new Scores();
        Random mistakes = new Random(3);
        DrumCorpus.play(FluidSynth.SOUND_FONT, List.of(Drum.values()), 10, 3)
                .clips()
                .forEach(clip -> {
                    PlannedTake take = PlannedTake.ofRhythm(clip, mistakes);
                    Said said = ear.listen(clip.sound());
                    scores.addNotes(clip.notes(), said.notes());
                    scores.addVerdicts(take, ear.judge(clip.sound(), said, take.music(), RULES));
                });
        assertThat(scores.onsetF50()).isGreaterThan(0.98);
        assertThat(scores.onsetF25()).isGreaterThan(0.975);
        assertThat(scores.rightVerdicts()).isGreaterThan(0.97);
        assertThat(scores.falseAlarms()).isLessThan(0.02);
        assertThat(scores.delayMillis(0.5)).isLessThan(30);
        assertThat(scores.delayMillis(0.95)).isLessThan(40);
    }
}
