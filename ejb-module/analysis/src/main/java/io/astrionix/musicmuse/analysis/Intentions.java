package io.astrionix.musicmuse.analysis;

import io.astrionix.musicmuse.analysis.score.ExpectedNote;
import io.astrionix.musicmuse.analysis.score.PlayedNote;
import io.astrionix.musicmuse.analysis.score.ScoringRules;
import java.util.List;
import java.util.stream.Stream;

/**
 * As which expected note a note of the right pitch was meant, as far as its time tells.
 *
 * @param music in ascending order of start
 */
record Intentions(List<ExpectedNote> music, ScoringRules rules) {

    private static final double RIGHT_PITCH = 0.5;

    /** How much evidence a note at the edge of its window must have more than one in time. */
    private static final double PRICE_OF_DISTANCE = 0.8;

    private static final double MILLIS_PER_SECOND = 1000;

    /** The places in the music of the notes that this one may have been meant as, at most two. */
    List<Integer> of(PlayedNote note) {
        int low = 0;
        int high = music.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (music.get(middle).startSeconds() < note.onsetSeconds()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Stream.of(low - 1, low)
                .filter(at -> at >= 0 && at < music.size() && fits(note, at))
                .toList();
    }

    /** What it takes from the evidence of a note that it began at that time and not when that one should. */
    double priceOfDistance(double onsetSeconds, int at) {
        return PRICE_OF_DISTANCE * Math.abs(onsetSeconds - music.get(at).startSeconds()) / fadeSeconds();
    }

    private double fadeSeconds() {
        return rules.timingFadeMillis() / MILLIS_PER_SECOND;
    }

    private boolean fits(PlayedNote note, int at) {
        double distance = note.onsetSeconds() - music.get(at).startSeconds();
        double reach = Math.min(fadeSeconds(), rules.reachGapShare() * gap(at, distance < 0 ? -1 : 1));
        return Math.abs(distance) <= reach
                && Math.abs(note.midi() - music.get(at).midi()) <= RIGHT_PITCH;
    }

    private double gap(int at, int direction) {
        int neighbour = at + direction;
        return neighbour < 0 || neighbour >= music.size()
                ? Double.POSITIVE_INFINITY
                : Math.abs(music.get(neighbour).startSeconds() - music.get(at).startSeconds());
    }
}
