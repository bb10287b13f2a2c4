package io.astrionix.musicmuse.web.practice.socket;

import io.astrionix.musicmuse.analysis.ClickTrack;
import io.astrionix.musicmuse.lessons.boundary.Exercise;
import io.astrionix.musicmuse.practice.boundary.TakePace;
import java.util.ArrayList;
import java.util.List;

/** What the page's metronome plays during a take, as {@code take-plan.js} and {@code metronome.js} have it. */
final class PageMetronome {

    static final double ACCENT_HERTZ = 1568;
    static final double BEAT_HERTZ = 1047;

    /** Delays of devices that work in a browser; what is longer is wireless, and its player wears it on the ears. */
    private static final double LONGEST_DELAY_SECONDS = 0.35;

    private PageMetronome() {}

    /**
     * The clicks from the count-in on, for as long as somebody plays; only the count-in where the learner has switched the
     * metronome off, and none in an own tempo.
     *
     * @param takeSeconds how long the take may be
     */
    static ClickTrack clicks(Exercise exercise, ControlMessage.Start start, double takeSeconds) {
        if (start.command().pace() == TakePace.OWN) {
            return ClickTrack.NONE;
        }
        double upbeat = upbeat(exercise);
        double firstBar = start.command().musicStartSeconds() - upbeat * exercise.secondsPerBeat();
        int before = (int) Math.floor(firstBar / exercise.secondsPerBeat());
        double until = start.metronome() ? takeSeconds : start.command().musicStartSeconds();
        List<ClickTrack.Click> clicks = new ArrayList<>();
        for (int beat = -before; firstBar + beat * exercise.secondsPerBeat() < until; beat++) {
            boolean isAccent = Math.floorMod(beat, exercise.beatsPerBar()) == 0;
            clicks.add(new ClickTrack.Click(
                    firstBar + beat * exercise.secondsPerBeat(), isAccent ? ACCENT_HERTZ : BEAT_HERTZ));
        }
        return new ClickTrack(clicks, start.command().calibrated() ? 0 : LONGEST_DELAY_SECONDS);
    }

    /** How far into its bar the music begins, in beats. */
    private static double upbeat(Exercise exercise) {
        if (exercise.notes().isEmpty()) {
            return 0;
        }
        var first = exercise.notes().get(0);
        double beats = first.beatInBar() - 1 - first.startBeat();
        return beats - exercise.beatsPerBar() * Math.floor(beats / exercise.beatsPerBar());
    }
}
