package io.astrionix.musicmuse.analysis.listening;

import io.astrionix.musicmuse.analysis.listening.training.Clip;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Collects examples from clips. Most pitches at most moments are far from everything, so only a share of those is
 * taken: what is taken is drawn by a seed, so that the same clips give the same examples.
 */
final class ExampleCollector {

    private static final double KEPT_NEAR_ONSETS = 0.15;
    private static final double KEPT_ELSEWHERE = 0.012;
    private static final double KEPT_FRAMES = 0.04;

    /** Log-odds from which a network is wrong enough about a no to learn from it. */
    private static final float HARD = -2.5f;

    private final CandidateFeatures features;
    private final Examples examples = new Examples();
    private final Random random;

    ExampleCollector(CandidateFeatures features, long seed) {
        this.features = features;
        this.random = new Random(seed);
    }

    Examples examples() {
        return examples;
    }

    /** Whether a pitch begins: every yes, and a share of the noes, larger near onsets. */
    void collectOnsets(Stream<Clip> clips) {
        clips.forEach(clip -> ClipWalk.through(clip, features, walk -> {
            double kept = Truth.isNearOnset(clip, walk.seconds()) ? KEPT_NEAR_ONSETS : KEPT_ELSEWHERE;
            for (int step : walk.pitches()) {
                Truth truth = Truth.begins(clip, walk.seconds(), step);
                if (truth == Truth.YES || (truth == Truth.NO && random.nextDouble() < kept)) {
                    examples.add(walk.input(step), truth == Truth.YES);
                }
            }
        }));
    }

    /** Whether a pitch begins: every yes once more, and the noes about which a network is not sure or wrong. */
    void collectHardOnsets(Stream<Clip> clips, Network network) {
        clips.forEach(clip -> ClipWalk.through(clip, features, walk -> {
            for (int step : walk.pitches()) {
                Truth truth = Truth.begins(clip, walk.seconds(), step);
                if (truth == Truth.UNCLEAR) {
                    continue;
                }
                float[] input = walk.input(step);
                if (truth == Truth.YES || network.logOdds(input) >= HARD) {
                    examples.add(input, truth == Truth.YES);
                }
            }
        }));
    }

    /** Whether a pitch sounds: all pitches of a share of the frames. */
    void collectSounding(Stream<Clip> clips) {
        clips.forEach(clip -> ClipWalk.through(clip, features, walk -> {
            if (random.nextDouble() >= KEPT_FRAMES) {
                return;
            }
            for (int step : walk.pitches()) {
                Truth truth = Truth.sounds(clip, walk.seconds(), step);
                if (truth != Truth.UNCLEAR) {
                    examples.add(walk.input(step), truth == Truth.YES);
                }
            }
        }));
    }
}
