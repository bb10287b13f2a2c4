package io.astrionix.musicmuse.analysis.listening;

import io.astrionix.musicmuse.analysis.HeardSound;
import io.astrionix.musicmuse.analysis.listening.training.Clip;
import java.util.Arrays;
import java.util.function.Consumer;

/** Goes through a clip frame by frame, as a note detector does. */
final class ClipWalk {

    private static final int GROWN_SINCE_FRAMES = 4;
    private static final int QUICK_FRAMES = CandidateFeatures.quick().lookAhead();

    /** Frames whose candidates are remembered: more than the settled network looks back. */
    private static final int REMEMBERED = 32;

    private final CandidateFeatures features;
    private final float[] input;
    private final PitchSpectrum spectrum = new PitchSpectrum(Clip.SAMPLE_RATE);
    private final Candidates candidates = new Candidates();
    private final int[][] found = new int[REMEMBERED][0];
    private long frame;

    private ClipWalk(CandidateFeatures features) {
        this.features = features;
        this.input = new float[features.length()];
    }

    /** Visits each frame that has enough sound after it for these features. */
    static void through(Clip clip, CandidateFeatures features, Consumer<ClipWalk> visitor) {
        ClipWalk walk = new ClipWalk(features);
        float[] sound = HeardSound.of(clip.sound(), Clip.SAMPLE_RATE);
        float[] hop = new float[PitchSpectrum.HOP];
        for (int from = 0; from + hop.length <= sound.length; from += hop.length) {
            System.arraycopy(sound, from, hop, 0, hop.length);
            walk.spectrum.add(hop);
            walk.findPitches();
            walk.frame = walk.spectrum.frames() - 1 - features.lookAhead();
            if (walk.frame >= 0) {
                features.look(walk.spectrum, walk.frame);
                visitor.accept(walk);
            }
        }
    }

    /** The middle of the frame, in seconds. */
    double seconds() {
        return (frame + 0.5) * PitchSpectrum.HOP / Clip.SAMPLE_RATE;
    }

    private void findPitches() {
        long now = spectrum.frames() - 1;
        candidates.find(spectrum, now, now - QUICK_FRAMES - GROWN_SINCE_FRAMES);
        found[(int) (now % REMEMBERED)] = Arrays.copyOf(candidates.steps(), candidates.count());
    }

    /** The pitches that come into question at this frame: those the quick network was asked about, as in an ear. */
    int[] pitches() {
        long asked = spectrum.frames() - 1 - Math.max(0, features.lookAhead() - QUICK_FRAMES);
        return found[(int) (asked % REMEMBERED)];
    }

    /** Lets an ear with the same features listen at this frame; true if it finds a beginning. */
    boolean isBegun(OnsetNetwork ear) {
        return ear.listen(spectrum, pitches(), pitches().length);
    }

    /** What the network is told about a pitch; overwritten by the next call. */
    float[] input(int step) {
        features.write(step, input);
        return input;
    }
}
