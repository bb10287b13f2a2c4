package io.astrionix.musicmuse.analysis.note;

import io.astrionix.musicmuse.analysis.pitch.PitchEstimate;
import java.util.Optional;

/**
 * YIN takes the first period that is good enough. On a tone whose odd partials are weak that is half the period; the
 * whole one then fits much better, and this looks there.
 */
final class OctaveCheck {

    private static final double DOUBTFUL_ROUGHNESS = 0.03;
    private static final double MUCH_SMOOTHER = 0.35;

    private final int sampleRate;

    OctaveCheck(int sampleRate) {
        this.sampleRate = sampleRate;
    }

    Optional<PitchEstimate> corrected(Optional<PitchEstimate> estimate, float[] frame) {
        return estimate.map(pitch -> corrected(pitch, frame));
    }

    private PitchEstimate corrected(PitchEstimate pitch, float[] frame) {
        double roughness = 1 - pitch.confidence();
        double doubled = 2 * sampleRate / pitch.hertz();
        if (roughness < DOUBTFUL_ROUGHNESS || doubled + 2 >= frame.length / 2.0) {
            return pitch;
        }
        int best = (int) doubled - 1;
        double[] around = new double[4];
        for (int i = 0; i < around.length; i++) {
            around[i] = roughnessAt((int) doubled - 1 + i, frame);
            if (around[i] < around[best - (int) doubled + 1]) {
                best = (int) doubled - 1 + i;
            }
        }
        int at = best - (int) doubled + 1;
        double smallest = around[at];
        if (smallest > MUCH_SMOOTHER * roughness) {
            return pitch;
        }
        double period = best;
        if (at > 0 && at < around.length - 1) {
            double bend = around[at - 1] - 2 * smallest + around[at + 1];
            period += bend > 0 ? (around[at - 1] - around[at + 1]) / (2 * bend) : 0;
        }
        return new PitchEstimate(sampleRate / period, Math.max(0, Math.min(1, 1 - smallest)));
    }

    /** The share of the frame that does not repeat after so many samples: 0 for a tone of that period, 1 for noise. */
    private static double roughnessAt(int period, float[] frame) {
        double difference = 0;
        double power = 0;
        for (int i = 0; i < frame.length / 2; i++) {
            double here = frame[i];
            double there = frame[i + period];
            difference += (here - there) * (here - there);
            power += here * here + there * there;
        }
        return power == 0 ? 1 : difference / power;
    }
}
