package io.astrionix.musicmuse.analysis.accuracy;

import java.util.ArrayList;
import java.util.List;

/** How near the pitches are that a listener said, every 10 ms of sounds whose pitch is known exactly. */
final class PitchScores {

    private static final double EVERY_SECONDS = 0.01;
    private static final double RIGHT_CENTS = 50;
    private static final double PRECISE_CENTS = 10;

    private int moments;
    private int right;
    private int precise;
    private final List<Double> offCents = new ArrayList<>();

    /**
     * @param heard in the order of time; each moment is held against what was said of the nearest one
     */
    void add(ExactTones truth, List<SaidPitch> heard) {
        int nearest = 0;
        for (double at = EVERY_SECONDS; at < ExactTones.seconds(); at += EVERY_SECONDS) {
            while (nearest + 1 < heard.size()
                    && Math.abs(heard.get(nearest + 1).seconds() - at)
                            <= Math.abs(heard.get(nearest).seconds() - at)) {
                nearest++;
            }
            double midi = truth.midiAt(at);
            if (!Double.isNaN(midi)) {
                count(100 * Math.abs(heard.get(nearest).midi() - midi));
            }
        }
    }

    private void count(double cents) {
        moments++;
        if (cents <= RIGHT_CENTS) {
            right++;
            offCents.add(cents);
        }
        precise += cents <= PRECISE_CENTS ? 1 : 0;
    }

    /** Share of the moments with a pitch within 50 cents, in percent. */
    double rightPercent() {
        return 100.0 * right / moments;
    }

    /** The same within 10 cents. */
    double precisePercent() {
        return 100.0 * precise / moments;
    }

    /** How far off the right ones are. */
    double cents(double share) {
        return Scores.quantile(offCents, share);
    }
}
